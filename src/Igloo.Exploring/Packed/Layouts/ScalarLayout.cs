using Igloo.Exploring.Packed.Diagrams;
using Igloo.Exploring.Packed.Grounding;
using Igloo.Values;

namespace Igloo.Exploring.Packed.Layouts;

/// <summary>One of finitely many values: its index in binary.</summary>
internal sealed class ScalarLayout(Type type, ValueRange range) : Layout(type, range.Width)
{
    public override void Write(object? value, Span<bool> bits)
    {
        var index = range.IndexOf(value!);
        if (index < 0) throw Outside(value);
        for (var i = 0; i < Width; i++) bits[i] = (index >> i & 1) == 1;
    }

    public override object Read(ReadOnlySpan<bool> bits)
    {
        var index = 0;
        for (var i = 0; i < Width; i++) index |= bits[i] ? 1 << i : 0;
        return range.Values[index];
    }

    public override Value Open(ConditionTable conditions, int offset)
    {
        var alternatives = new Guarded[range.Count];
        for (var index = 0; index < range.Count; index++)
        {
            var guard = ConditionTable.True;
            for (var i = Width - 1; i >= 0; i--)
            {
                var bit = conditions.Bit(offset + i);
                guard = conditions.And((index >> i & 1) == 1 ? bit : conditions.Not(bit), guard);
            }

            alternatives[index] = new Guarded(guard, range.Values[index]);
        }

        return new Value.Choice(alternatives);
    }

    public override void Write(Grounder grounder, Value value, int path, Span<int> bits)
    {
        foreach (var (guard, content) in grounder.Alternatives(value, path))
        {
            var index = range.IndexOf(content!);
            if (index < 0)
            {
                grounder.Undefine(grounder.Conditions.And(path, guard));
                continue;
            }

            for (var i = 0; i < Width; i++)
            {
                if ((index >> i & 1) == 1) bits[i] = grounder.Conditions.Or(bits[i], guard);
            }
        }
    }

    private GroundingException Outside(object? value)
    {
        var message = $"has the value {ValueText.Of(value)}, which is not in the universe";
        return value is int or long or System.Numerics.BigInteger ? new OutOfBoundsException(message) : new GroundingException(message);
    }
}
