using System.Collections.Immutable;
using Igloo.Exploring.Packed.Diagrams;
using Igloo.Exploring.Packed.Grounding;

namespace Igloo.Exploring.Packed.Layouts;

/// <summary>A collection: its parts one after the other.</summary>
internal sealed class CollectionLayout(Type type, CollectionParts parts, ImmutableArray<Layout> layouts) : Layout(type, layouts.Sum(l => l.Width))
{
    public override void Write(object? value, Span<bool> bits)
    {
        var split = parts.Split(value!);
        for (var i = 0; i < layouts.Length; i++)
        {
            if (IsThere(split, i)) layouts[i].Write(split[i], bits[..layouts[i].Width]);
            bits = bits[layouts[i].Width..];
        }
    }

    public override object Read(ReadOnlySpan<bool> bits)
    {
        var read = new object?[layouts.Length];
        for (var i = 0; i < layouts.Length; i++)
        {
            if (IsThere(read, i)) read[i] = layouts[i].Read(bits[..layouts[i].Width]);
            bits = bits[layouts[i].Width..];
        }

        return parts.Join(read);
    }

    public override Value Open(ConditionTable conditions, int offset)
    {
        var open = new Value[layouts.Length];
        for (var i = 0; i < layouts.Length; i++)
        {
            open[i] = layouts[i].Open(conditions, offset);
            offset += layouts[i].Width;
        }

        return new Value.Collection(Type, parts, open);
    }

    public override void Write(Grounder grounder, Value value, int path, Span<int> bits)
    {
        if (value is Value.Undefined) return;
        var collection = grounder.AsCollection(value, Type, path);
        for (var i = 0; i < layouts.Length; i++)
        {
            layouts[i].WriteWhere(grounder, collection.Parts[i], path, grounder.Presence(collection, i), bits[..layouts[i].Width]);
            bits = bits[layouts[i].Width..];
        }
    }

    private bool IsThere(object?[] values, int part) => parts.Kind switch
    {
        CollectionKind.FiniteMap => part % 2 == 0 || values[part - 1] is true,
        CollectionKind.Seq => part == 0 || part <= (int)values[0]!,
        _ => true,
    };
}
