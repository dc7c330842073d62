using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Igloo.Models;
using Igloo.Terms;
using Igloo.Terms.Evaluation;
using Igloo.Values;

namespace Igloo.Monitoring.Explaining;

/// <summary>Says which conjuncts of a guard failed and on which values, from the terms of the model.</summary>
internal static partial class GuardExplanation
{
    /// <summary>The conjuncts of the guard with their truth, then the values that the failed ones read; empty without terms.</summary>
    /// <param name="system">The component or environment.</param>
    /// <param name="state">The state.</param>
    /// <param name="attempted">The event that is not enabled.</param>
    /// <param name="remark">What to add to the value of a field of the state.</param>
    public static string Of(EventSystem system, object state, object attempted, Func<string, string> remark)
    {
        var conditions = Conditions(system, state, attempted);
        if (conditions.IsEmpty) return "";
        var values = conditions.Where(c => c.Value is false).SelectMany(Values).Distinct().Select(v => $"{v.Name} = {v.Value}{remark(v.Name)}");
        return $"{Line(conditions)}      {string.Join(", ", values)}".TrimEnd();
    }

    /// <summary>Why an event is not enabled, in a few words; empty without terms.</summary>
    public static string InShort(EventSystem system, object state, object e)
    {
        var failed = Conditions(system, state, e).FirstOrDefault(c => c.Value is false);
        return failed is null ? "" : $"{failed.Place}  {failed.Text}  FALSE, {string.Join(", ", Values(failed).Select(v => $"{v.Name} = {v.Value}"))}";
    }

    private static string Line(ImmutableArray<Explanation> conditions) =>
        $"{conditions[0].Place}  {string.Join("  &&  ", conditions.Select(c => $"{c.Text}  {(c.Value is false ? "FALSE" : ValueText.Of(c.Value))}"))}";

    // A connective reads nothing itself: what its parts read is shown.
    private static IEnumerable<(string Name, string Value)> Values(Explanation condition)
    {
        var own = condition.Children.Where(c => c.Children.IsEmpty && c.Value is not bool).Select(c => (Path().Replace(c.Text, ""), ValueText.Of(c.Value))).ToList();
        return own.Count > 0 ? own : condition.Children.Where(c => c.Value is bool).SelectMany(Values);
    }

    // s.Outbox reads better as Outbox, ((Event.Send)e).To as To.
    [GeneratedRegex(@"^(\(\([\w.]+\)\w+\)|\w+)\.(?=\w+$)")]
    private static partial Regex Path();

    // A message must not fail because the evaluator does.
    private static ImmutableArray<Explanation> Conditions(EventSystem system, object state, object e)
    {
        try
        {
            return TermEvaluator.WhyRefused(system, state, e)?.Conditions ?? [];
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return [];
        }
    }
}
