using System.Collections.Immutable;
using Igloo.Exploring;
using Igloo.Models;
using MetaTheorems.Sampling;

namespace MetaTheorems.Framework;

/// <summary>The meta-theorems of section 2.1 about the framework's own event systems, refinements and compositions.</summary>
public sealed class FrameworkTests
{
    private const int Length = 4;

    // The systems have no terms, so nobody but the universe knows that there are no other events.
    private static readonly Universe Tables = Universe.Of(2).With<TableSystem.Event>(new(0), new(1));

    [Fact]
    public void Theorem_2_1_refinement_that_the_explorer_accepts_includes_traces() => Theorem.Try("Theorem 2.1, framework", sample =>
    {
        var refinement = TableRefinement.Random(sample.Random(), sample.Size + 1).WithGreatestRelation();
        if (RefinementCheck.Explore(refinement, Tables) is not RefinementVerdict.Holds) return Outcome.Vacuous;
        var traces = TracesOf(refinement.Concrete, [new(0), new(1)]).ToArray();
        var spurious = traces.FirstOrDefault(t => !t.Mediated<TableSystem.Event>(refinement.Mediate).IsTraceOf(refinement.Abstract));
        if (spurious is not null) return Outcome.Contradicted($"{spurious} is no trace above");
        if (RefinementCheck.Inclusion(refinement, Tables) is not InclusionVerdict.Included) return Outcome.Contradicted("the explorer denies inclusion");
        return traces.Any(t => t.Mediated<TableSystem.Event>(refinement.Mediate).Count > 1) ? Outcome.Confirmed : Outcome.Vacuous;
    }).Holds(floorPercent: 12);

    [Fact]
    public void Explorer_denies_inclusion_only_with_a_trace_that_shows_it() => Theorem.Try("inclusion, framework", sample =>
    {
        var refinement = TableRefinement.Random(sample.Random(), sample.Size + 1);
        if (RefinementCheck.Inclusion(refinement, Tables) is not InclusionVerdict.TraceNotIncluded(var run, _)) return Outcome.Vacuous;
        var trace = Trace<TableSystem.Event>.Of(run.Events.Cast<TableSystem.Event>());
        return trace.IsTraceOf(refinement.Concrete) && !trace.Mediated<TableSystem.Event>(refinement.Mediate).IsTraceOf(refinement.Abstract)
            ? Outcome.Confirmed
            : Outcome.Contradicted($"{trace} shows nothing");
    }).Holds(floorPercent: 20);

    [Fact]
    public void Explorer_refuses_a_relation_broken_at_a_reachable_pair() => Theorem.Try("broken relation, framework", sample =>
    {
        var random = sample.Random();
        var refinement = TableRefinement.Random(random, sample.Size + 1).WithGreatestRelation();
        if (RefinementCheck.Explore(refinement, Tables) is not RefinementVerdict.Holds) return Outcome.Vacuous;
        var reached = TracesOf(refinement.Concrete, [new(0), new(1)])
            .Select(t => (StateAfter(refinement.Concrete, t), StateAfter(refinement.Abstract, t.Mediated<TableSystem.Event>(refinement.Mediate))))
            .ToImmutableArray();
        var broken = refinement.With(refinement.Relation.Remove(reached[random.Next(reached.Length)]));
        return RefinementCheck.Explore(broken, Tables) is RefinementVerdict.SimulationFailed
            ? Outcome.Confirmed
            : Outcome.Contradicted("a pair that is reached may be left out");
    }).Holds(floorPercent: 12);

    [Fact]
    public void Mutual_refinement_by_skip_relates_any_two_systems_and_is_no_equality() => Theorem.Try("equality, framework", sample =>
    {
        var random = sample.Random();
        var (left, right) = (new TableSystem(new Table(random, sample.Size, 2)), new TableSystem(new Table(random, sample.Size, 2)));
        var all = Enumerable.Range(0, sample.Size).SelectMany(c => Enumerable.Range(0, sample.Size).Select(a => (c, a))).ToImmutableHashSet();
        TableRefinement[] bothWays = [new(left, right, all, [null, null]), new(right, left, all, [null, null])];
        if (bothWays.FirstOrDefault(r => RefinementCheck.Explore(r, Tables) is not RefinementVerdict.Holds) is not null) return Outcome.Contradicted("it refines only one way");
        var hasEvents = new[] { left, right }.Any(s => Enumerable.Range(0, 2).Any(e => s.Next(s.Initial, new(e)) is not null));
        var isRefused = RefinementCheck.Explore(new TableEquality(left, right), Tables) is RefinementVerdict.SimulationFailed { Failure: RefinementFailure.Hidden };
        if (hasEvents != isRefused) return Outcome.Contradicted(isRefused ? "nothing is hidden" : "events are hidden");
        return hasEvents ? Outcome.Confirmed : Outcome.Vacuous;
    }).Holds(floorPercent: 60);

    [Fact]
    public void Theorem_2_3_composition_has_the_traces_whose_parts_are_traces() => Theorem.Try("Theorem 2.3, framework", sample =>
    {
        var composition = TableComposition.Random(sample.Random(), sample.Size);
        TableComposition.Event[] events = [.. composition.Events];
        var longest = 0;
        foreach (var trace in Sequences(events, 3))
        {
            var isTrace = Trace<TableComposition.Event>.Of(trace).IsTraceOf(composition);
            var hasTracesAsParts = Trace<TableSystem.Event>.Of(TableComposition.OfEnvironment(trace)).IsTraceOf(composition.EnvironmentModel)
                && composition.Indices.All(i => Trace<TableNode.Event>.Of(composition.OfNode(i, trace)).IsTraceOf(composition.Component(i)));
            if (isTrace != hasTracesAsParts) return Outcome.Contradicted($"{string.Join(' ', trace.AsEnumerable())} is a trace of the {(isTrace ? "composition" : "parts")} only");
            if (isTrace) longest = Math.Max(longest, trace.Length);
        }

        return longest == 3 ? Outcome.Confirmed : Outcome.Vacuous;
    }).Holds(floorPercent: 50);

    private static IEnumerable<Trace<TableSystem.Event>> TracesOf(EventSystem<TableSystem.State, TableSystem.Event> system, TableSystem.Event[] events) =>
        Sequences(events, Length).Select(Trace<TableSystem.Event>.Of).Where(t => t.IsTraceOf(system));

    private static IEnumerable<TEvent[]> Sequences<TEvent>(TEvent[] events, int length) => length == 0
        ? [[]]
        : Sequences(events, length - 1).SelectMany(t => t.Length < length - 1 ? [t] : events.Select(e => (TEvent[])[.. t, e]).Prepend(t));

    private static int StateAfter(EventSystem<TableSystem.State, TableSystem.Event> system, Trace<TableSystem.Event> trace) =>
        trace.Aggregate(system.Initial, (s, e) => system.Next(s, e)!).Number;
}
