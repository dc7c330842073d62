using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Igloo.Components;
using Igloo.Exploring;
using Igloo.Models;
using Igloo.Terms;
using Igloo.Terms.Evaluation;
using Igloo.Values;
using Igloo.Viewing.Charts;
using Igloo.Viewing.Walking;

namespace Igloo.Viewing;

/// <summary>Explains why events are not enabled.</summary>
internal sealed partial class RefusalList(EventSystem system, Moves moves, Participants participants)
{
    private const int MostMatched = 20_000;
    private const int MostExamined = 500;
    private const int MostListed = 60;

    /// <summary>The events that a state does not enable, with the conditions that decide.</summary>
    /// <param name="state">The state.</param>
    /// <param name="find">What the text of an event must contain.</param>
    public RefusalsView At(object state, string find)
    {
        try
        {
            var enabled = moves.From(state).Select(m => m.Event).ToHashSet();
            var refused = moves.Events.Where(e => !enabled.Contains(e) && participants.IsPossible(e)).ToArray();
            var matching = refused.Where(e => ModelText.Event(e).Contains(find, StringComparison.OrdinalIgnoreCase));
            var examined = matching.Take(MostExamined).Select(e => Explain(state, e)).ToArray();
            return new RefusalsView(
                refused.Length,
                refused.Length <= MostMatched ? matching.Count() : null,
                examined.Length,
                [.. examined.OrderBy(Lack).Take(MostListed)],
                null);
        }
        catch (NotEnumerableException obstacle)
        {
            return new RefusalsView(0, 0, 0, [], $"The events that are not enabled cannot be listed. {obstacle.Message}");
        }
        catch (Exception obstacle) when (obstacle is MissingTermsException or InvalidOperationException or NotSupportedException or KeyNotFoundException)
        {
            return new RefusalsView(0, 0, 0, [], $"The guards cannot be explained: {obstacle.Message}");
        }
    }

    // An event that no arm is for cannot be enabled by any change of state.
    private static int Lack(RefusalView refusal) => refusal.Conditions.IsEmpty ? int.MaxValue : refusal.Conditions.Count(c => !c.Holds);

    private RefusalView Explain(object state, object e) => new(
        ModelText.Event(e),
        participants.Row(e).Text,
        participants.Who(e),
        TermEvaluator.WhyRefused(system, state, e) is { } refusal ? [.. refusal.Conditions.Where(IsOfTheModel).Select(Condition)] : []);

    // That an event of a component is internal is a condition of the composition as such: it says nothing of the state.
    private static bool IsOfTheModel(Explanation condition) =>
        condition.Value is false || condition.Place?.File.Contains(nameof(Composition<,,,,>), StringComparison.Ordinal) != true;

    private static ConditionView Condition(Explanation condition) => new(
        condition.Text,
        condition.Value is not false,
        condition.Place is { Line: > 0 } source ? source.ToString() : null,
        [.. Operands(condition).Distinct()]);

    private static IEnumerable<string> Operands(Explanation part) => part.Children.SelectMany(child =>
        child.Children.IsEmpty && child.Value is not bool ? [$"{Parameter().Replace(child.Text, "$1")} = {ValueText.Of(child.Value)}"] : Operands(child));

    // A parameter of the event as the term has it, ((Event.Send)e).Id, reads best by its name.
    [GeneratedRegex(@"\(\([\w.<>, ]+\)\w+\)\.(\w+)")]
    private static partial Regex Parameter();
}
