using Igloo.Exploring.Packed.Diagrams;
using Igloo.Exploring.Packed.Grounding;

namespace Igloo.Exploring.Packed.Layouts;

/// <summary>An optional value: whether it is present, then the value.</summary>
internal sealed class OptionLayout(Type type, Layout content) : Layout(type, content.Width + 1)
{
    public override void Write(object? value, Span<bool> bits)
    {
        bits[0] = value is not null;
        if (value is not null) content.Write(value, bits[1..]);
    }

    public override object? Read(ReadOnlySpan<bool> bits) => bits[0] ? content.Read(bits[1..]) : null;

    public override Value Open(ConditionTable conditions, int offset) =>
        new Value.Optional(conditions.Bit(offset), content.Open(conditions, offset + 1));

    public override void Write(Grounder grounder, Value value, int path, Span<int> bits)
    {
        if (value is Value.Undefined) return;
        var optional = grounder.AsOptional(value);
        bits[0] = optional.Present;
        content.WriteWhere(grounder, optional.Content, path, optional.Present, bits[1..]);
    }
}
