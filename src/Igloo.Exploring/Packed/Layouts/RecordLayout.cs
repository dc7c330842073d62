using System.Collections.Immutable;
using Igloo.Exploring.Packed.Diagrams;
using Igloo.Exploring.Packed.Grounding;
using Igloo.Terms.Evaluation;

namespace Igloo.Exploring.Packed.Layouts;

/// <summary>A record or tuple: its fields one after the other.</summary>
internal sealed class RecordLayout(Type type, ImmutableArray<string> names, ImmutableArray<Layout> fields) : Layout(type, fields.Sum(f => f.Width))
{
    public override void Write(object? value, Span<bool> bits)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            fields[i].Write(NativeMembers.Field(value!, names[i]), bits[..fields[i].Width]);
            bits = bits[fields[i].Width..];
        }
    }

    public override object Read(ReadOnlySpan<bool> bits)
    {
        var values = new object?[fields.Length];
        for (var i = 0; i < fields.Length; i++)
        {
            values[i] = fields[i].Read(bits[..fields[i].Width]);
            bits = bits[fields[i].Width..];
        }

        return NativeMembers.Construct(Type, values);
    }

    public override Value Open(ConditionTable conditions, int offset)
    {
        var values = new Value[fields.Length];
        for (var i = 0; i < fields.Length; i++)
        {
            values[i] = fields[i].Open(conditions, offset);
            offset += fields[i].Width;
        }

        return new Value.Structure(Type, values);
    }

    public override void Write(Grounder grounder, Value value, int path, Span<int> bits)
    {
        if (value is Value.Undefined) return;
        var structure = grounder.AsStructure(value, Type, path);
        for (var i = 0; i < fields.Length; i++)
        {
            fields[i].Write(grounder, structure.Fields[i], path, bits[..fields[i].Width]);
            bits = bits[fields[i].Width..];
        }
    }
}
