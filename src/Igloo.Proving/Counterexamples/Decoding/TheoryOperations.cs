using System.Collections.Immutable;
using System.Reflection;
using Igloo.Proving.Symbolic;
using Igloo.Terms;

namespace Igloo.Proving.Counterexamples.Decoding;

/// <summary>Operations of theories as the proof names them.</summary>
internal sealed class TheoryOperations(Evaluation evaluation)
{
    private readonly VariableTerm receiver = new("theory", typeof(object));

    /// <summary>The symbolic value of an abstract operation at arguments.</summary>
    /// <exception cref="NotRepresentableException">The operation was not translated.</exception>
    internal SymbolicValue Apply(SymbolicValue.TheoryReference theory, MethodInfo method, ImmutableArray<SymbolicValue> arguments)
    {
        var name = method.IsSpecialName && method.Name.StartsWith("get_", StringComparison.Ordinal) ? method.Name[4..] : method.Name;
        var types = method.GetParameters().Select(p => p.ParameterType).ToArray();
        var function = TermRegistry.Declared(method.DeclaringType!)
            .FirstOrDefault(f => f.Name == name && f.Parameters.Select(p => ClrTypes.Of(p.Type)).SequenceEqual(types))
            ?? throw new NotRepresentableException($"{method.DeclaringType!.Name}.{name} has no terms.");
        var bindings = Bindings.Empty.With(receiver, theory);
        for (var i = 0; i < arguments.Length; i++) bindings = bindings.With(function.Parameters[i], arguments[i]);
        return evaluation.Evaluate(
            new CallTerm(new FunctionReference(method.DeclaringType!, function.Key, []), receiver, [.. function.Parameters], function.ReturnType), bindings);
    }
}
