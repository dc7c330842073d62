using Igloo.Exploring.Packed.Diagrams;

namespace Igloo.Exploring.Packed.Compiling;

/// <summary>Collects the conditions that a program evaluates, over the places of bits.</summary>
internal sealed class DecisionList(ConditionTable conditions, BitPlaces places)
{
    private readonly List<Decision> decisions = [new(0, 0, 0), new(0, 1, 1)];
    private readonly Dictionary<int, int> known = new() { [ConditionTable.False] = 0, [ConditionTable.True] = 1 };

    public Decision[] ToArray() => [.. decisions];

    /// <summary>Where a condition begins: 0 is false, 1 is true.</summary>
    public int Add(int condition)
    {
        if (known.TryGetValue(condition, out var start)) return start;
        var variable = conditions.VariableOf(condition);
        if (places.Constant(variable) is { } value)
        {
            start = Add(value ? conditions.High(condition) : conditions.Low(condition));
        }
        else
        {
            var (low, high) = (Add(conditions.Low(condition)), Add(conditions.High(condition)));
            start = low == high ? low : decisions.Count;
            if (low != high) decisions.Add(new Decision(places.Of(variable), low, high));
        }

        known.Add(condition, start);
        return start;
    }
}
