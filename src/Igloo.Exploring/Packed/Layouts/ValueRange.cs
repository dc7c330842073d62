namespace Igloo.Exploring.Packed.Layouts;

/// <summary>The finite list of values of a type, with their indexes.</summary>
internal sealed class ValueRange
{
    private readonly Dictionary<object, int> indexes;

    public ValueRange(IEnumerable<object> values)
    {
        Values = [.. values.Distinct()];
        indexes = new(Values.Length);
        for (var i = 0; i < Values.Length; i++) indexes.Add(Values[i], i);
    }

    public object[] Values { get; }

    public int Count => Values.Length;

    /// <summary>The number of bits of an index.</summary>
    public int Width => Count <= 1 ? 0 : 32 - int.LeadingZeroCount(Count - 1);

    /// <summary>The index of a value, or -1.</summary>
    public int IndexOf(object value) => indexes.TryGetValue(value, out var index) ? index : -1;
}
