using System.Collections.Immutable;
using System.Diagnostics;
using Igloo.Exploring.Checkpoints;
using Igloo.Exploring.Properties;
using Igloo.Models;

namespace Igloo.Exploring.Searching;

/// <summary>Explores by the compiled <c>Next</c> on the model's own states.</summary>
internal sealed class ReferenceEngine(EventSystem system, Universe universe, ExplorationOptions options)
{
    private const int RunsMeasured = 32;

    /// <summary>Visits everything within the limits and checks every property.</summary>
    /// <param name="subject">What the result is about.</param>
    /// <param name="reason">Why this engine.</param>
    public Exploration Explore(string subject, string reason)
    {
        var clock = Stopwatch.StartNew();
        var stepper = new Stepper(system, universe);
        var properties = ModelProperty.Of(system);
        var terminal = properties.Where(p => p.Kind == PropertyKind.Terminal).ToArray();
        var claims = properties.RemoveAll(p => p.Kind is PropertyKind.Axiom or PropertyKind.Terminal);

        var findings = new Findings(Checks(claims.Where(p => !p.NeedsPast)));
        ImmutableArray<PropertyCheck> ends = [.. Checks(terminal)];
        var states = new StateSearch(stepper, findings, ends, options);
        ExploreStates(stepper, states, findings);

        var historical = new Findings(Checks(claims.Where(p => p.NeedsPast)));
        var pasts = claims.Any(p => p.NeedsPast) ? new PastSearch(stepper, PastSteps.Of(system.EventType), historical, options) : null;
        if (states.Fault is null) pasts?.Explore();

        var completeness = states.Completeness is Completeness.Complete && pasts is not null ? pasts.Completeness : states.Completeness;
        ImmutableArray<UnboundedParameter> unbounded = [.. states.Unbounded, .. findings.Unbounded, .. historical.Unbounded, .. ends.SelectMany(end => end.Unbounded)];
        return new Exploration(
            subject,
            states.Visited,
            states.Generated,
            states.Depth,
            completeness is Completeness.Complete && !unbounded.IsEmpty ? Completeness.CutByValues : completeness,
            [.. new[] { states.Fault, Refuted(states.Deadlock, terminal.Length > 0) }.OfType<Violation>(), .. findings.Violations, .. historical.Violations],
            [.. claims.Where(p => p.Kind == PropertyKind.Goal).Select(p => new Goal(p, findings.Witness(p) ?? historical.Witness(p)))],
            states.Events,
            pasts?.Visited ?? 0,
            clock.Elapsed)
        {
            Deadlock = states.Deadlock,
            CollisionOdds = options.Storage == StateStorage.Fingerprints ? CollisionOdds.Of(Math.Max(states.Visited, pasts?.Visited ?? 0)) : null,
            Engine = new EngineUse(ExplorationEngine.Reference, reason),
            GrowingFields = states.Completeness is Completeness.CutByStates or Completeness.CutByDepth or Completeness.CutByMemory or Completeness.Cancelled
                ? new Growth(universe).Along(LastRuns(states))
                : [],
            Unbounded = unbounded,
        };
    }

    private static IReadOnlyList<Run> LastRuns(StateSearch states)
    {
        var deepest = Enumerable.Range(0, states.Visited).Where(i => states.Visits[i].Level == states.Depth).ToArray();
        var apart = Math.Max(1, deepest.Length / RunsMeasured);
        return [.. deepest.Where((_, i) => i % apart == 0).Select(i => states.RunTo(i))];
    }

    private void ExploreStates(Stepper stepper, StateSearch states, Findings findings)
    {
        if (options.CheckpointFile is not { } file)
        {
            states.Explore();
            return;
        }

        var resumption = new Resumption(stepper, universe, file);
        if (options.Resume)
        {
            var (search, steps, deadlock) = resumption.Load();
            foreach (var run in steps) findings.AtStep(run.Previous, null, run.Steps[^1].Event, run.Last, () => run);
            states.Resume(search, deadlock);
        }
        else
        {
            states.Explore();
        }

        if (states is { Fault: null, Unfinished: { } point })
        {
            resumption.Save(states.Visits, point, findings.Violations.Where(v => v.Run.Length > 0).Select(v => v.Run), states.Deadlock);
        }
    }

    private Violation? Refuted(Run? deadlock, bool declaresTerminal) =>
        deadlock is not null && (declaresTerminal || options.Deadlocks == DeadlockPolicy.Refute)
            ? new Violation(PropertyKind.Terminal, null, [], deadlock)
            : null;

    private IEnumerable<PropertyCheck> Checks(IEnumerable<ModelProperty> properties) =>
        properties.Select(p => new PropertyCheck(system, p, universe, system.StateType, system.EventType));
}
