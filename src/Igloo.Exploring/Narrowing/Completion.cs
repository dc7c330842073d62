using Igloo.Terms;
using Igloo.Terms.Evaluation;
using Igloo.Values;

namespace Igloo.Exploring.Narrowing;

/// <summary>Fills what conditions left open of a partly known value, and notes what could not be filled by all values.</summary>
/// <param name="ranges">What holes range over where no condition names their values.</param>
/// <param name="filling">Fills holes.</param>
/// <param name="isQuantified">
/// Whether the holes are bound by a quantifier of a property. Of an event a parameter that nothing restricts has the values that are listed, since that is what the
/// environment does; a property speaks of all values that there are.
/// </param>
internal sealed class Completion(Ranges ranges, Filling filling, bool isQuantified = false)
{
    private readonly Dictionary<string, UnboundedParameter> unbounded = [];

    /// <summary>The holes of which only some values were tried so far.</summary>
    public IEnumerable<UnboundedParameter> Unbounded => unbounded.Values;

    /// <summary>Runs something for each way to fill what is open.</summary>
    /// <param name="root">The partly known value.</param>
    /// <param name="source">Where it is declared what it may be.</param>
    /// <param name="found">What to run while nothing is open.</param>
    /// <exception cref="NotEnumerableException">Nothing bounds a parameter of an event, and its type has no values to guess.</exception>
    public void Complete(Construct root, Func<SourceSpan?> source, Action found)
    {
        if (Partial.FirstHole(root) is not { } hole)
        {
            found();
            return;
        }

        void Go() => Complete(root, source, found);
        if (hole.Excluded is not null) CompleteOther(hole, root, source, Go);
        else if (!filling.Fill(hole, Go)) foreach (var value in Guess(hole, source)) filling.Trail.With(hole, value, Go);
    }

    /// <summary>A hole whose value no list has: only a value that a condition names, or a doubt where a condition may name one.</summary>
    private void CompleteOther(Hole hole, Construct root, Func<SourceSpan?> source, Action go)
    {
        var named = Partial.NamedParts(root).FirstOrDefault();
        if ((named is not null || hole.Least is not null) && filling.FillFromCarrier(hole, go)) return;
        var condition = filling.Trail.FirstUndecided() ?? (named is null ? null : $"{named.Place} = {ValueText.Of(Partial.Known(named))}");
        if (condition is not null || isQuantified) Note(hole, source, ranges.Listed(hole), condition);
    }

    private IReadOnlyList<object?> Guess(Hole hole, Func<SourceSpan?> source)
    {
        try
        {
            var values = ranges.Guessed(hole);
            Note(hole, source, values.Count, null);
            return values;
        }
        catch (NotEnumerableException) when (isQuantified)
        {
            Note(hole, source, 0, null);
            return [];
        }
        catch (NotEnumerableException)
        {
            throw new NotEnumerableException(hole.Place, NativeTypes.Of(hole.Type), $"{new UnboundedParameter(hole.Place, hole.Type, source(), 0)}");
        }
    }

    private void Note(Hole hole, Func<SourceSpan?> source, int values, string? condition)
    {
        if (unbounded.ContainsKey(hole.Place)) return;
        unbounded.Add(hole.Place, new UnboundedParameter(hole.Place, hole.Type, source(), values) { Condition = condition, IsQuantified = isQuantified });
    }
}
