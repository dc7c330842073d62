using System.Collections.Immutable;
using Igloo.Exploring.Packed.Diagrams;
using Igloo.Exploring.Packed.Grounding;

namespace Igloo.Exploring.Packed.Layouts;

/// <summary>A value of a closed hierarchy: the case, then its fields in bits that all cases share.</summary>
internal sealed class UnionLayout(Type type, ImmutableArray<Layout> cases) : Layout(type, TagWidth(cases) + cases.Max(c => c.Width))
{
    private readonly int tag = TagWidth(cases);

    public override void Write(object? value, Span<bool> bits)
    {
        var index = IndexOf(value!.GetType());
        for (var i = 0; i < tag; i++) bits[i] = (index >> i & 1) == 1;
        cases[index].Write(value, bits.Slice(tag, cases[index].Width));
    }

    public override object? Read(ReadOnlySpan<bool> bits)
    {
        var index = 0;
        for (var i = 0; i < tag; i++) index |= bits[i] ? 1 << i : 0;
        return cases[index].Read(bits.Slice(tag, cases[index].Width));
    }

    public override Value Open(ConditionTable conditions, int offset)
    {
        var alternatives = new VariantCase[cases.Length];
        for (var index = 0; index < cases.Length; index++)
        {
            var guard = ConditionTable.True;
            for (var i = tag - 1; i >= 0; i--)
            {
                var bit = conditions.Bit(offset + i);
                guard = conditions.And((index >> i & 1) == 1 ? bit : conditions.Not(bit), guard);
            }

            alternatives[index] = new VariantCase(guard, (Value.Structure)cases[index].Open(conditions, offset + tag));
        }

        return new Value.Variant(alternatives);
    }

    public override void Write(Grounder grounder, Value value, int path, Span<int> bits)
    {
        if (value is Value.Undefined) return;
        foreach (var (guard, content) in grounder.AsVariant(value, path).Cases)
        {
            var index = IndexOf(content.Type);
            for (var i = 0; i < tag; i++)
            {
                if ((index >> i & 1) == 1) bits[i] = grounder.Conditions.Or(bits[i], guard);
            }

            cases[index].WriteWhere(grounder, content, path, guard, bits.Slice(tag, cases[index].Width));
        }
    }

    private static int TagWidth(ImmutableArray<Layout> cases) => cases.Length <= 1 ? 0 : 32 - int.LeadingZeroCount(cases.Length - 1);

    private int IndexOf(Type caseType)
    {
        for (var i = 0; i < cases.Length; i++)
        {
            if (cases[i].Type == caseType) return i;
        }

        throw new GroundingException($"has the case {caseType.Name}, which its hierarchy does not declare");
    }
}
