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
    /// <summary>
    /// The conjuncts of the guard with their truth, then the values that the failed ones read; a line more for each failed one that calls a function of the
    /// model, about what decided inside of it. Empty without terms.
    /// </summary>
    /// <param name="system">The component or environment.</param>
    /// <param name="state">The state.</param>
    /// <param name="attempted">The event that is not enabled.</param>
    /// <param name="remark">What to add to the value of a field of the state.</param>
    public static string Of(EventSystem system, object state, object attempted, Func<string, string> remark)
    {
        var conditions = Conditions(system, state, attempted);
        if (conditions.IsEmpty) return "";
        return string.Join('\n', Levels(conditions).Select(all => Explained(all, remark)));
    }

    private static IEnumerable<ImmutableArray<Explanation>> Levels(ImmutableArray<Explanation> conditions) =>
        conditions.Where(c => !c.Inside.IsEmpty).SelectMany(c => Levels(c.Inside)).Prepend(conditions);

    private static string Explained(ImmutableArray<Explanation> conditions, Func<string, string> remark)
    {
        // Where a function failed, its arguments are less than what it made of them, which follows.
        var values = conditions.Where(c => c.Value is false && c.Inside.IsEmpty).SelectMany(Values).Distinct().Select(v => $"{v.Name} = {v.Value}{remark(v.Name)}");
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

    private static IEnumerable<(string Name, string Value)> Values(Explanation condition) =>
        Leaves(condition).Where(c => c.Value is not bool).Select(c => (Path().Replace(Cast().Replace(c.Text, ""), ""), ValueText.Of(c.Value)));

    private static IEnumerable<Explanation> Leaves(Explanation e) => e.Children.SelectMany(c => c.Children.IsEmpty ? [c] : Leaves(c));

    // s.Outbox reads better as Outbox, ((Event.Send)e).To as To, s.Open[((Event.Charge)e).Order] as s.Open[Order].
    [GeneratedRegex(@"^\w+\.(?=\w+$)")]
    private static partial Regex Path();

    [GeneratedRegex(@"\(\([\w.]+\)\w+\)\.")]
    private static partial Regex Cast();

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
