using System.Collections.Immutable;
using Igloo.Components;
using Igloo.Proving.Logic;
using Igloo.Terms;

namespace Igloo.Proving.Symbolic;

/// <summary>Ty of I/O operations as formulas.</summary>
internal static class OperationTyping
{
    /// <summary>Whether the input of an event lies in Ty of its operation and output; true of internal events.</summary>
    internal static Expression Of(Evaluation evaluation, SymbolicValue.Record e)
    {
        var signature = EventSignature.Of(e.Type);
        if (signature.Operation is null || Find(signature.Operation.GetType()) is not { } returns) return Fol.True;
        return Evaluation.Scalar(evaluation.Call(
            returns,
            Self(evaluation, signature.Operation.GetType()),
            [Pack(e, signature, inputs: false, signature.Operation.OutputType), Pack(e, signature, inputs: true, signature.Operation.InputType)]));
    }

    /// <summary>The typing of an operation at an output and an input; null if everything of the declared type is allowed.</summary>
    internal static FunctionDefinition? Find(Type operation)
    {
        for (var type = operation; type is not null && type != typeof(IoOperation); type = type.BaseType)
        {
            if (type.IsOf(typeof(IoOperation<,>))) return null;
            if (TermRegistry.Declared(type).FirstOrDefault(f => f.Name == nameof(IoOperation<,>.Returns)) is { } found) return found;
            if (Array.Exists(type.GetMethods(), m => m.Name == nameof(IoOperation<,>.Returns) && m.DeclaringType == type))
                throw new UnsupportedModelException($"The typing Returns of {Vocabulary.NameOf(operation)} has no terms. Mark the operation [Model] and let its project use the generator.");
        }

        return null;
    }

    /// <summary>The operation itself as the receiver of its typing.</summary>
    internal static SymbolicValue.Object Self(Evaluation evaluation, Type operation) =>
        evaluation.Vocabulary.ShapeOf(operation) is TypeShape.Class { Fields.IsEmpty: true } model ? evaluation.Instance(model, []) : new(operation, [], [], null);

    private static SymbolicValue Pack(SymbolicValue.Record e, EventSignature signature, bool inputs, Type packed)
    {
        ImmutableArray<SymbolicValue> values = [.. signature.Parameters.Where(p => p.IsInput == inputs).Select(p => e.Find(p.Name)!)];
        return values.Length == 1 ? values[0] : new SymbolicValue.Record(packed, [.. values.Select((_, i) => $"Item{i + 1}")], values);
    }
}
