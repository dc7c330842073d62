using System.Collections.Immutable;
using Igloo.Exploring.Properties;
using Igloo.Exploring.Searching;
using Igloo.Models;

namespace Igloo.Exploring.Liveness;

/// <summary>
/// Decides the liveness properties of an instance, [Eventually] and [LeadsTo], under the fairness that it declares, on its explored graph.
/// </summary>
/// <remarks>
/// Runs are those of TLA+: infinite, with stuttering anywhere, for ever where fairness allows it. The search for fair cycles is complete, for
/// weak and strong fairness together, so on a whole graph the answer is exact. On a graph that was cut, a run that was found is still a run, since the
/// steps of its states are all known; that none was found is no answer.
/// </remarks>
public static class LivenessCheck
{
    /// <summary>Explores a system and decides its liveness properties.</summary>
    /// <param name="system">The system.</param>
    /// <param name="universe">What events and quantifiers range over.</param>
    /// <param name="options">Limits on states, depth and memory, and cancellation; none by default. Other settings have no effect here.</param>
    /// <param name="subject">What the report is about; the name of the model by default.</param>
    /// <exception cref="NotEnumerableException">An event parameter or a quantifier has no finite range.</exception>
    /// <exception cref="InvalidOperationException">A property does not have the form that its attribute asks for, or [WeaklyFair] or [StronglyFair] names a parameter that there is not.</exception>
    public static LivenessReport Explore(EventSystem system, Universe universe, ExplorationOptions? options = null, string? subject = null)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(universe);
        var stepper = new Stepper(system, universe);
        var graph = new GraphSearch(stepper, options ?? ExplorationOptions.Unlimited).Explore();
        var fairness = DeclaredFairness.Of(system, graph.Events);
        var fair = new FairGraph(graph, fairness);
        return new LivenessReport(
            subject ?? TypeText.Of(system.GetType()),
            graph.States.Count,
            graph.Steps,
            graph.Completeness,
            fairness.Assumptions,
            [.. ModelProperty.LivenessOf(system).Select(p => new LivenessResult(p, Decide(new ClaimReader(system, p, universe, graph), fair, [.. stepper.Unbounded])))]);
    }

    /// <summary>Explores an instance and decides its liveness properties.</summary>
    /// <param name="instance">An instance of an event system.</param>
    /// <param name="options">Limits; none by default.</param>
    public static LivenessReport Explore(Instance instance, ExplorationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(instance);
        return Explore(instance.As<EventSystem>(), instance.Universe, options, instance.Subject);
    }

    internal static string Reason(Completeness completeness) => completeness switch
    {
        Completeness.CutByStates => "limit on states",
        Completeness.CutByDepth => "limit on depth",
        Completeness.CutByMemory => "limit on memory",
        Completeness.Cancelled => "cancelled",
        Completeness.StoppedByFault => "the model failed",
        Completeness.CutByValues => "not all values of parameters were tried",
        _ => "stopped",
    };

    private static LivenessVerdict Decide(ClaimReader reader, FairGraph fair, ImmutableArray<UnboundedParameter> unbounded)
    {
        // Values that were not tried may enable what a fair run would have to do.
        if (!unbounded.IsEmpty) return new LivenessVerdict.Unknown(string.Join("; ", unbounded));
        try
        {
            var search = new LassoSearch(fair);
            var isOpen = false;
            foreach (var claim in reader.Claims())
            {
                var waiting = new WaitingStates(fair.Graph, claim);
                if (search.Find(waiting) is { } lasso) return new LivenessVerdict.Refuted(claim.Arguments, lasso);
                isOpen |= waiting.MayBeMore || !fair.Graph.HasAllInitial;
            }

            return isOpen
                ? new LivenessVerdict.Unknown($"not all of the graph was explored ({Reason(fair.Graph.Completeness)}), and no fair run in what was explored refutes it")
                : !reader.Unlisted.IsEmpty ? new LivenessVerdict.Unknown(string.Join("; ", reader.Unlisted))
                : new LivenessVerdict.Holds();
        }
        catch (PropertyFault fault)
        {
            var with = fault.Arguments.IsEmpty ? "" : $" with {string.Join(", ", fault.Arguments)}";
            return new LivenessVerdict.Unknown($"it failed{with}: {fault.Fault.GetType().Name}: {fault.Fault.Message}");
        }
    }
}
