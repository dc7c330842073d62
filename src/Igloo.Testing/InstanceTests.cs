using Igloo.Exploring;
using Igloo.Exploring.Liveness;
using Igloo.Models;
using Xunit;

namespace Igloo.Testing;

/// <summary>
/// Tests of a model by running it: <c>public sealed class RingTests : InstanceTests&lt;RingProtocol&gt;;</c>. Small instances are
/// explored, random runs tried.
/// </summary>
/// <typeparam name="TModel">An event system, refinement or equality.</typeparam>
public abstract class InstanceTests<TModel>
    where TModel : class
{
    /// <summary>The smallest instance to explore.</summary>
    protected virtual int SmallestSize => 1;

    /// <summary>The largest instance to explore.</summary>
    protected virtual int LargestSize => 4;

    /// <summary>How far the exploration of one instance goes. Usually 100,000 states, and 1,000 events in a row.</summary>
    protected virtual ExplorationOptions Exploration => new() { MaxStates = 100_000, MaxDepth = 1_000 };

    /// <summary>
    /// Whether some instance has to be explored to its end. Usually it has; false for a model in which numbers or sequences grow without
    /// end on every instance: then the test says only that no violation is found within <see cref="Exploration"/>.
    /// </summary>
    protected virtual bool RequiresCompleteInstance => true;

    /// <summary>How many random runs, and which.</summary>
    protected virtual RandomRunOptions Random => new() { InstancesFrom = [GetType().Assembly] };

    /// <summary>Small instances satisfy every property; every event happens and every goal is reached on some of them.</summary>
    [Fact]
    public void HoldsOnInstances()
    {
        var instances = Instances.Of<TModel>(SmallestSize, LargestSize).ToArray();
        if (instances.Length == 0) throw new ModelFailureException($"{typeof(TModel).Name} has no instance of size {SmallestSize} to {LargestSize}.");
        if (instances[0].Model is EventSystem) ExploreSystems(instances);
        else ExploreRefinements(instances);
    }

    /// <summary>Random runs of random instances satisfy every property.</summary>
    [Fact]
    public void HoldsOnRandomRuns() => Say(RandomRuns.Check<TModel>(Random).ToString());

    private static string NoneComplete =>
        $"No instance was explored completely. Override {nameof(Exploration)} to go further, or {nameof(RequiresCompleteInstance)} where something grows without end on every instance.";

    private static void Say(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);

    private void ExploreSystems(Instance[] instances)
    {
        var found = instances.Select(i => Explorer.Explore(i, Exploration)).ToArray();
        foreach (var exploration in found)
        {
            Say(exploration.ToString());
            exploration.AssertNoViolation();
        }

        DecideLiveness(instances);
        if (RequiresCompleteInstance && !found.Any(f => f.IsComplete)) throw new ModelFailureException($"{NoneComplete}\n{found[0]}");
        // Of instances that were cut nothing follows from what was not seen.
        string Extent(string never, string unseen) => found.All(f => f.IsComplete) ? never
            : found.Any(f => f.IsComplete) ? $"{unseen} on any instance, not all of which were explored completely"
            : $"{unseen} within the bounds, which is inconclusive: no instance was explored completely. Override {nameof(Exploration)} to go further";
        foreach (var (name, _) in found[0].Events.Where(e => found.All(f => f.NeverEnabled.Any(never => never.Name == e.Name))))
        {
            throw new ModelFailureException($"{name} {Extent("is never enabled", "was not seen enabled")}.\n{string.Join('\n', found.AsEnumerable())}");
        }

        foreach (var goal in found[0].Goals.Where(g => found.All(f => f.Goals.Any(other => other.Property == g.Property && !other.IsReached))))
        {
            throw ExplorationAssertions.Failure(goal.Property, $"The goal {goal.Property.Name} {Extent("is never reached", "was not reached")}.\n{string.Join('\n', found.AsEnumerable())}");
        }
    }

    /// <summary>Liveness properties hold on every instance whose graph can be explored, and at least one can.</summary>
    private void DecideLiveness(Instance[] instances)
    {
        if (!ModelProperty.LivenessOf(instances[0].As<EventSystem>()).Any()) return;
        var results = instances.Select(i => LivenessCheck.Explore(i, Exploration)).SelectMany(report =>
        {
            Say(report.ToString());
            return report.Results;
        }).ToArray();
        if (results.FirstOrDefault(r => r.Verdict is LivenessVerdict.Refuted) is { } refuted) throw ExplorationAssertions.Failure(refuted.Property, refuted.ToString());
        if (results.GroupBy(r => r.Property).FirstOrDefault(p => !p.Any(r => r.Verdict is LivenessVerdict.Holds)) is { } open)
        {
            throw ExplorationAssertions.Failure(open.Key, $"{open.Key.Name} is decided on no instance.\n{string.Join('\n', open)}");
        }
    }

    private void ExploreRefinements(Instance[] instances)
    {
        var decided = false;
        foreach (var instance in instances)
        {
            var verdict = RefinementCheck.Explore(instance, Exploration);
            Say($"{instance}: {verdict}");
            if (verdict is RefinementVerdict.SimulationFailed failed) throw ExplorationAssertions.Failure(typeof(TModel), failed, $"{instance}: {verdict}");
            decided |= verdict is RefinementVerdict.Holds;
        }

        if (RequiresCompleteInstance && !decided) throw new ModelFailureException(NoneComplete);
    }
}
