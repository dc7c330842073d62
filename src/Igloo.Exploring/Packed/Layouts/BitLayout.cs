using Igloo.Exploring.Packed.Diagrams;
using Igloo.Exploring.Packed.Grounding;

namespace Igloo.Exploring.Packed.Layouts;

/// <summary>A truth value: one bit.</summary>
internal sealed class BitLayout() : Layout(typeof(bool), 1)
{
    public override void Write(object? value, Span<bool> bits) => bits[0] = (bool)value!;

    public override object Read(ReadOnlySpan<bool> bits) => bits[0];

    public override Value Open(ConditionTable conditions, int offset) => new Value.Truth(conditions.Bit(offset));

    public override void Write(Grounder grounder, Value value, int path, Span<int> bits)
    {
        if (value is not Value.Undefined) bits[0] = grounder.Condition(value);
    }
}
