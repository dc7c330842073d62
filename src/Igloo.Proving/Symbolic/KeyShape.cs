using System.Collections.Immutable;
using Igloo.Proving.Logic;

namespace Igloo.Proving.Symbolic;

/// <summary>One way in which a key can look: functions of keys have one symbol for each shape, over the leaves of that shape.</summary>
/// <param name="Guard">When the key has this shape.</param>
/// <param name="Suffix">What tells the symbols of this shape from those of others.</param>
/// <param name="Leaves">The scalar parts of the key in this shape.</param>
internal sealed record KeyShape(Expression Guard, string Suffix, ImmutableArray<Expression> Leaves)
{
    /// <summary>The shapes of a key: at least one, the guards exhaustive.</summary>
    internal static ImmutableArray<KeyShape> Of(SymbolicValue key, string collection) => key switch
    {
        SymbolicValue.Scalar scalar => [new KeyShape(Fol.True, string.Empty, [scalar.Expression])],
        SymbolicValue.Record record => OfFields(record, collection),
        SymbolicValue.Union union => OfUnion(union, collection),
        SymbolicValue.Optional { Present.IsFalse: true } => [new KeyShape(Fol.True, ".none", [])],
        SymbolicValue.Optional { Value: { } value, Present: var present } =>
        [
            .. Of(value, collection).Select(s => s with { Guard = Fol.And(present, s.Guard) }).Where(s => !s.Guard.IsFalse),
            .. present.IsTrue ? ImmutableArray<KeyShape>.Empty : [new KeyShape(Fol.Not(present), ".none", [])],
        ],
        _ => throw new UnsupportedModelException(
            $"{collection} has collections as elements or keys, which is not first-order. Use an opaque [Sort] for them, with a membership operation in a theory."),
    };

    private static ImmutableArray<KeyShape> OfFields(SymbolicValue.Record record, string collection)
    {
        ImmutableArray<KeyShape> shapes = [new(Fol.True, string.Empty, [])];
        foreach (var (name, field) in record.Names.Zip(record.Values))
        {
            // With the field's name: or a key without its first part would share the symbol of one without its second.
            var parts = Of(field, collection).Select(p => p.Suffix.Length == 0 ? p : p with { Suffix = $".{name}{p.Suffix}" }).ToArray();
            shapes = [.. shapes.SelectMany(_ => parts, (s, p) => new KeyShape(Fol.And(s.Guard, p.Guard), s.Suffix + p.Suffix, s.Leaves.AddRange(p.Leaves)))];
        }

        return shapes;
    }

    private static ImmutableArray<KeyShape> OfUnion(SymbolicValue.Union union, string collection)
    {
        var shapes = ImmutableArray.CreateBuilder<KeyShape>();
        for (var i = 0; i < union.Cases.Length; i++)
        {
            var guard = union.Is(i);
            if (guard.IsFalse) continue;
            var suffix = $".{union.Cases[i]!.Type.Name}";
            shapes.AddRange(Of(union.Cases[i]!, collection).Select(s => new KeyShape(Fol.And(guard, s.Guard), suffix + s.Suffix, s.Leaves)));
        }

        return shapes.ToImmutable();
    }
}
