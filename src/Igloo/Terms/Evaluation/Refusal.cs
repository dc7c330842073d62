using System.Collections.Immutable;
using Igloo.Values;

namespace Igloo.Terms.Evaluation;

/// <summary>Why an event is not enabled.</summary>
/// <param name="Event">The event.</param>
/// <param name="Conditions">
/// The conditions that decided, in the order of the source: the conjuncts of the guards of its arms, and tests that lead to null. Empty
/// if no arm is for this case.
/// </param>
public sealed record Refusal(object Event, ImmutableArray<Explanation> Conditions)
{
    /// <summary>The conditions that failed.</summary>
    public IEnumerable<Explanation> Failed => Conditions.Where(c => c.Value is false);

    /// <summary>The guards on one line, failed conjuncts marked: <c>to == successor &amp;&amp; s.Outbox.Contains(id) FALSE</c>.</summary>
    public override string ToString() => Conditions.IsEmpty
        ? $"{ValueText.Of(Event)}: no arm of Next is for this event"
        : $"{ValueText.Of(Event)}: {string.Join(" && ", Conditions.Select(c => c.Value is false ? $"{c.Text} FALSE ({c.Place})" : c.Text))}";
}
