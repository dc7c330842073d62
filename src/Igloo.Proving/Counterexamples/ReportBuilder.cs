using System.Collections.Immutable;
using Igloo.Exploring;
using Igloo.Proving.Counterexamples.Classifying;
using Igloo.Proving.Counterexamples.Explaining;
using Igloo.Proving.Counterexamples.Replaying;
using Igloo.Proving.Symbolic;
using Igloo.Values;

namespace Igloo.Proving.Counterexamples;

/// <summary>Puts together what is known of a counterexample.</summary>
internal sealed class ReportBuilder(Counterexample counterexample, DecodedScene scene, Replay replay, Explanation explanation)
{
    internal CounterexampleReport Build(Investigation investigation)
    {
        var world = scene.World;
        var clause = explanation.Clause(replay);
        var before = scene[SceneRole.Before];
        var after = replay.After ?? scene[SceneRole.After];
        var skeleton = CounterexampleAnalysis.Skeleton(counterexample, investigation.Classification);
        var report = skeleton with
        {
            Source = clause?.Source ?? skeleton.Source,
            Clause = clause,
            Meaning = explanation.Meaning,
            Carriers = WorldDescription.Sizes(world),
            Tables = WorldDescription.Tables(world),
            ModelFields = [.. scene.ModelFields.Where(f => f.Value is not Theories.ITheory).Select(f => new NamedValue(f.Name, ValueText.Of(f.Value)))],
            States = [.. States()],
            Events = [.. Events()],
            Changes = before is not null && after is not null && scene.Has(SceneRole.Event) ? StateViews.Changes(world, before, after) : [],
            Orders = [.. Orders()],
            Rank = replay.Rank,
            Run = investigation.Run,
            Consequence = investigation.Consequence,
            Explored = investigation.Explored,
            Reasons = investigation.Reasons,
        };
        report = replay.Outcome switch
        {
            ReplayOutcome.Agreed agreed => report with { Replay = ReplayStatus.Agreed, ReplayDetail = agreed.What },
            ReplayOutcome.Disagreed differs => report with
            {
                Replay = ReplayStatus.Disagreed, ReplayDetail = differs.What, SolverVersion = differs.Solver, CompiledVersion = differs.Compiled,
            },
            ReplayOutcome.NotPossible not => report with { ReplayDetail = not.Reason },
            _ => report,
        };
        return report with { Id = CounterexampleAnalysis.ShortHash(string.Join('\n', Identity(report))) };
    }

    private static IEnumerable<string> Identity(CounterexampleReport report) =>
    [
        report.ObligationId,
        .. report.Carriers.Select(c => c.ToString()),
        .. report.Tables.Select(t => t.ToString()),
        .. report.States.SelectMany(s => s.Fields.Select(f => f.ToString()).Prepend(s.Label)),
        .. report.Events.Select(e => e.Text),
    ];

    private IEnumerable<StateView> States()
    {
        foreach (var (role, label, value) in new[]
        {
            (SceneRole.Before, "Before", scene[SceneRole.Before]),
            (SceneRole.Past, "Past", scene[SceneRole.Past]),
            (SceneRole.AbstractBefore, "Abstract", scene[SceneRole.AbstractBefore]),
            (SceneRole.After, "After", replay.After ?? scene[SceneRole.After]),
            (SceneRole.AbstractAfter, "Abstract after", replay.AbstractAfter ?? scene[SceneRole.AbstractAfter]),
        })
        {
            // Where there is no event, the only state is called what it is.
            if (scene.Find(role) is { } actor) yield return StateViews.Of(scene.World, scene.Has(SceneRole.Event) ? label : label == "Before" || label == "After" ? "State" : label, actor.Name, value);
        }
    }

    private IEnumerable<EventView> Events()
    {
        if (scene[SceneRole.Event] is { } e)
        {
            // Without an After in the scene nobody claims that the event is enabled.
            var isEnabled = !scene.Has(SceneRole.After) || (replay.After ?? scene[SceneRole.After]) is not null;
            yield return new("Event", ValueText.Of(e), isEnabled, isEnabled ? explanation.Guards(isAbstract: false) : []);
        }

        if (scene.Find(SceneRole.AbstractEvent) is { } mediated)
        {
            var value = replay.AbstractEvent ?? mediated.Value;
            yield return counterexample.Obligation.Kind == ObligationKind.Hiding ? new("Mediated", ModelText.Event(value), true, [])
                : value is null
                ? replay.Subject is Models.Equality ? new("Mediated", "no counterpart", false, []) : new("Mediated", "skip", true, [])
                : !scene.Has(SceneRole.AbstractAfter) ? new("Mediated", ValueText.Of(value), true, [])
                : new("Mediated", ValueText.Of(value), scene[SceneRole.AbstractAfter] is not null, explanation.Guards(isAbstract: true));
        }

        // Where the order of two events matters, both are enabled.
        if (scene[SceneRole.OtherEvent] is { } other) yield return new("Other", ValueText.Of(other), counterexample.Obligation.Kind is ObligationKind.Ghost or ObligationKind.FailureContract or ObligationKind.InputLoss || IsAboutOrder, []);
    }

    private bool IsAboutOrder => counterexample.Obligation.Kind is ObligationKind.Confluence or ObligationKind.Persistence;

    private IEnumerable<EventOrder> Orders()
    {
        if (!IsAboutOrder || scene[SceneRole.Event] is not { } e || scene[SceneRole.OtherEvent] is not { } other) yield break;
        foreach (var (first, second, between, end) in new[]
        {
            (e, other, SceneRole.After, SceneRole.Following),
            (other, e, SceneRole.OtherAfter, SceneRole.OtherFollowing),
        })
        {
            if ((scene[end] ?? scene[between]) is { } state)
                yield return new(ModelText.Event(first), ModelText.Event(second), scene[end] is not null, StateViews.Of(scene.World, "End", string.Empty, state).Fields);
        }
    }
}
