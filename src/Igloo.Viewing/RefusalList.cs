using System.Collections.Immutable;
using Igloo.Exploring;
using Igloo.Models;
using Igloo.Terms;
using Igloo.Terms.Evaluation;
using Igloo.Values;
using Igloo.Viewing.Walking;

namespace Igloo.Viewing;

/// <summary>Explains why events are not enabled.</summary>
internal sealed class RefusalList(EventSystem system, Moves moves)
{
    private const int MostExamined = 500;
    private const int MostListed = 60;

    /// <summary>The events that a state does not enable, with the conditions that decide.</summary>
    /// <param name="state">The state.</param>
    /// <param name="find">What the text of an event must contain.</param>
    public RefusalsView At(object state, string find)
    {
        var enabled = moves.From(state).Select(m => m.Event).ToHashSet();
        var refused = moves.Events.Where(e => !enabled.Contains(e)).ToArray();
        var matching = refused.Where(e => ModelText.Event(e).Contains(find, StringComparison.OrdinalIgnoreCase)).ToArray();
        try
        {
            var examined = matching.Take(MostExamined).Select(e => Explain(state, e)).ToArray();
            return new RefusalsView(refused.Length, matching.Length, examined.Length, [.. examined.OrderBy(Lack).Take(MostListed)], null);
        }
        catch (Exception obstacle) when (obstacle is MissingTermsException or InvalidOperationException or NotSupportedException or KeyNotFoundException)
        {
            return new RefusalsView(refused.Length, matching.Length, 0, [], $"The guards cannot be explained: {obstacle.Message}");
        }
    }

    // An event that no arm is for cannot be enabled by any change of state.
    private static int Lack(RefusalView refusal) => refusal.Conditions.IsEmpty ? int.MaxValue : refusal.Conditions.Count(c => !c.Holds);

    private RefusalView Explain(object state, object e) => new(
        ModelText.Event(e),
        TermEvaluator.WhyRefused(system, state, e) is { } refusal ? [.. refusal.Conditions.Select(Condition)] : []);

    private static ConditionView Condition(Explanation condition) => new(
        condition.Text,
        condition.Value is not false,
        condition.Source is { Line: > 0 } source ? source.ToString() : null,
        [.. Operands(condition).Distinct()]);

    private static IEnumerable<string> Operands(Explanation part) => part.Children.SelectMany(child =>
        child.Children.IsEmpty && child.Value is not bool ? [$"{child.Text} = {ValueText.Of(child.Value)}"] : Operands(child));
}
