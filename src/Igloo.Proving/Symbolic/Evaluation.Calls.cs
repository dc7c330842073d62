using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Igloo.Proving.Logic;
using Igloo.Terms;

namespace Igloo.Proving.Symbolic;

internal sealed partial class Evaluation
{
    private const int DeepestCall = 64;

    private readonly Dictionary<CallKey, SymbolicValue> calls = [];
    private readonly Dictionary<string, (Type Declaring, string Key)> operationNames = new(StringComparer.Ordinal);
    private int depth;

    /// <summary>A function of a model with its receiver and arguments, in place: what calls mean.</summary>
    internal SymbolicValue Call(FunctionDefinition function, SymbolicValue? receiver, ImmutableArray<SymbolicValue> arguments)
    {
        var key = new CallKey(function, receiver, arguments);
        if (calls.TryGetValue(key, out var known)) return known;
        var body = BodyOf(function);
        var result = Deeper(function, () => Evaluate(body, Scope(function, receiver, arguments)));
        calls.TryAdd(key, result);
        return result;
    }

    /// <summary>The bindings of a function's parameters.</summary>
    internal static Bindings Scope(FunctionDefinition function, SymbolicValue? receiver, ImmutableArray<SymbolicValue> arguments)
    {
        var bindings = function.Receiver is null ? Bindings.Empty : Bindings.Empty.With(function.Receiver, receiver!);
        for (var i = 0; i < arguments.Length; i++) bindings = bindings.With(function.Parameters[i], arguments[i]);
        return bindings;
    }

    /// <summary>The function that a call reaches and the bindings of its parameters; null for operations of theories.</summary>
    internal (FunctionDefinition Function, Bindings Bindings)? Inline(CallTerm call, Bindings bindings)
    {
        var receiver = call.Receiver is null ? null : Receiver(call, bindings);
        if (Resolve(call.Function, receiver) is not { Body: not null } function) return null;
        var scope = function.Receiver is null ? Bindings.Empty : Bindings.Empty.With(function.Receiver, receiver!);
        for (var i = 0; i < call.Arguments.Length; i++)
        {
            var argument = call.Arguments[i];
            scope = scope.With(function.Parameters[i], () => Evaluate(argument, bindings), argument, bindings);
        }

        return (function, scope);
    }

    internal T Deeper<T>(FunctionDefinition function, Func<T> action)
    {
        if (depth >= DeepestCall)
            throw new UnsupportedModelException($"{function.Name} calls itself without a bound that is known here. Proofs need functions without recursion.", function.Source);
        depth++;
        try
        {
            return action();
        }
        finally
        {
            depth--;
        }
    }

    private SymbolicValue OfCall(CallTerm call, Bindings bindings)
    {
        var receiver = call.Receiver is null ? null : Receiver(call, bindings);
        var function = Resolve(call.Function, receiver);
        ImmutableArray<SymbolicValue> arguments = [.. call.Arguments.Select(a => Evaluate(a, bindings))];
        if (function.Body is null && receiver is SymbolicValue.TheoryReference theory) return OperationOf(theory, function, arguments);
        return Call(function, receiver, arguments);
    }

    private SymbolicValue Receiver(CallTerm call, Bindings bindings)
    {
        var receiver = Evaluate(call.Receiver!, bindings);
        return receiver is SymbolicValue.Optional ? ValueOf(receiver, call.Receiver!.Type) : receiver;
    }

    private static FunctionDefinition Resolve(FunctionReference function, SymbolicValue? receiver) =>
        receiver is SymbolicValue.Object instance ? TermRegistry.Dispatch(instance.Type, function) : TermRegistry.Function(function);

    private static Term BodyOf(FunctionDefinition function) =>
        function.Body ?? throw new UnsupportedModelException($"{function.Name} is abstract: what it does is not known here.", function.Source);

    /// <summary>An operation of a theory: a symbol named by the reference and the operation.</summary>
    private SymbolicValue OperationOf(SymbolicValue.TheoryReference theory, FunctionDefinition function, ImmutableArray<SymbolicValue> arguments)
    {
        if (function.ReturnType.IsOf(typeof(Values.Domain<>)))
            return new SymbolicValue.Domain(function.ReturnType.GetGenericArguments()[0]);
        var name = $"{theory.Name}.{function.Name}";
        while (operationNames.TryGetValue(name, out var taken) && taken != (function.DeclaringType, function.Key)) name += "'";
        operationNames[name] = (function.DeclaringType, function.Key);

        // A closed argument list is one more key: records and hierarchies flatten as in maps.
        var key = new SymbolicValue.Record(typeof(void), [.. function.Parameters.Select(p => p.Name)], arguments);
        var shapes = KeyShape.Of(key, name);
        var result = FreshValues.Of(vocabulary, name + shapes[^1].Suffix, function.ReturnType, shapes[^1].Leaves);
        for (var i = shapes.Length - 2; i >= 0; i--)
            result = Merging.Choose(vocabulary, shapes[i].Guard, FreshValues.Of(vocabulary, name + shapes[i].Suffix, function.ReturnType, shapes[i].Leaves), result);
        return result;
    }

    private readonly struct CallKey(FunctionDefinition function, SymbolicValue? receiver, ImmutableArray<SymbolicValue> arguments) : IEquatable<CallKey>
    {
        private readonly FunctionDefinition function = function;
        private readonly SymbolicValue? receiver = receiver;
        private readonly ImmutableArray<SymbolicValue> arguments = arguments;

        public bool Equals(CallKey other)
        {
            if (!ReferenceEquals(function, other.function) || !Same(receiver, other.receiver) || arguments.Length != other.arguments.Length) return false;
            for (var i = 0; i < arguments.Length; i++)
                if (!Same(arguments[i], other.arguments[i])) return false;
            return true;
        }

        public override bool Equals(object? obj) => obj is CallKey other && Equals(other);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            hash.Add(RuntimeHelpers.GetHashCode(function));
            hash.Add(HashOf(receiver));
            foreach (var argument in arguments) hash.Add(HashOf(argument));
            return hash.ToHashCode();
        }

        // Scalars are compared by what they say, so that equal expressions share their calls.
        private static bool Same(SymbolicValue? left, SymbolicValue? right) =>
            ReferenceEquals(left, right) || (left is SymbolicValue.Scalar l && right is SymbolicValue.Scalar r && l.Expression == r.Expression);

        private static int HashOf(SymbolicValue? value) =>
            value is SymbolicValue.Scalar scalar ? scalar.Expression.GetHashCode() : value is null ? 0 : RuntimeHelpers.GetHashCode(value);
    }
}
