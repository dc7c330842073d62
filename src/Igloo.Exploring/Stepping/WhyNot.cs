using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Igloo.Models;
using Igloo.Terms.Evaluation;

namespace Igloo.Exploring.Stepping;

/// <summary>Why an event is not enabled in a state: the conjuncts of its guard with their values, and events nearby that are enabled.</summary>
/// <param name="Event">The event.</param>
/// <param name="Conditions">The conjuncts of its guard, in the order of the source, each with file, line and the values of its parts. Empty if no arm of Next is for the event.</param>
/// <param name="Nearest">Enabled events of the same case, those first that agree with it in most parameters.</param>
public sealed partial record WhyNot(object Event, ImmutableArray<Explanation> Conditions, ImmutableArray<EnabledEvent> Nearest)
{
    private const int MostNearest = 3;

    /// <summary>The conjuncts that fail.</summary>
    public IEnumerable<Explanation> Failed => Conditions.Where(c => c.Value is false);

    /// <summary>Why an event is not enabled, or null if it is.</summary>
    /// <param name="system">The system; built with the Igloo generator.</param>
    /// <param name="state">A state of it.</param>
    /// <param name="e">An event of it, within the universe or not.</param>
    /// <param name="universe">What nearby events range over; null looks for none.</param>
    /// <exception cref="Terms.MissingTermsException">The system has no terms.</exception>
    public static WhyNot? Of(EventSystem system, object state, object e, Universe? universe = null)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(e);
        if (system.NextState(state, e) is not null || TermEvaluator.WhyRefused(system, state, e) is not { } refusal) return null;
        return new WhyNot(e, refusal.Conditions, universe is null ? [] : Near(e, EnabledEvents.At(system, universe, state)));
    }

    /// <summary>The event, then a line for each condition: where it stands, its text, FALSE where it fails, and the values of its parts.</summary>
    public override string ToString()
    {
        var lines = new List<string> { $"{ModelText.Event(Event)} is not enabled" };
        if (Conditions.IsEmpty) lines.Add("  no arm of Next is for this event");
        lines.AddRange(Conditions.Select(c => $"  {c.Place,-24} {c.Text}  {(c.Value is false ? "FALSE" : "true")}{Values(c)}"));
        if (!Nearest.IsEmpty) lines.Add($"  enabled instead: {string.Join(", ", Nearest)}");
        return string.Join('\n', lines);
    }

    private static string Values(Explanation condition)
    {
        var values = Leaves(condition).Select(l => $"{ParameterOfCase().Replace(l.Text, "")} = {Igloo.Values.ValueText.Of(l.Value)}").Distinct().ToArray();
        return values.Length == 0 ? "" : $"   with {string.Join(", ", values)}";
    }

    // A variable of a pattern is a field of the event seen as its case: the name of the field says as much.
    [GeneratedRegex(@"\(\([\w.]+\)\w+\)\.")]
    private static partial Regex ParameterOfCase();

    private static IEnumerable<Explanation> Leaves(Explanation explanation) =>
        explanation.Children.SelectMany(c => c.Children.IsEmpty && c.Value is not bool ? [c] : Leaves(c));

    private static ImmutableArray<EnabledEvent> Near(object e, IEnumerable<EnabledEvent> enabled)
    {
        var wanted = Parts(e);
        return
        [
            .. enabled.Where(other => other.Event.GetType() == e.GetType())
                .OrderByDescending(other => Parts(other.Event).Zip(wanted).Count(p => Equals(p.First, p.Second)))
                .Take(MostNearest),
        ];
    }

    private static object?[] Parts(object e) =>
        [.. Enumerating.Shape.ConstructorOf(e.GetType())?.GetParameters().Select(p => Enumerating.Shape.PropertyOf(e.GetType(), p)!.GetValue(e)) ?? []];
}
