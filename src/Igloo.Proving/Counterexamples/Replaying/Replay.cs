using Igloo.Components;
using Igloo.Exploring;
using Igloo.Models;
using Igloo.Proving.Counterexamples.Decoding;
using Igloo.Proving.Symbolic;
using Igloo.Theories;

namespace Igloo.Proving.Counterexamples.Replaying;

/// <summary>Runs the compiled model on a counterexample and compares with what the solver said.</summary>
internal sealed class Replay
{
    private readonly Counterexample counterexample;
    private readonly DecodedScene scene;
    private readonly List<string> compared = [];

    private Replay(Counterexample counterexample, DecodedScene scene, object subject)
    {
        this.counterexample = counterexample;
        this.scene = scene;
        Subject = subject;
    }

    /// <summary>The class that the obligation is about, with the theories of the world.</summary>
    internal object Subject { get; }

    /// <summary>The state after the event as the compiled code computes it; null where it is not enabled or there is no event.</summary>
    internal object? After { get; private set; }

    /// <summary>What the compiled mediator makes of the event.</summary>
    internal object? AbstractEvent { get; private set; }

    /// <summary>The abstract state after as the compiled code computes it.</summary>
    internal object? AbstractAfter { get; private set; }

    /// <summary>What the rank was and became as the compiled code computes it; null where nothing is ranked.</summary>
    internal FieldChange? Rank { get; private set; }

    /// <summary>Whether they agree.</summary>
    internal ReplayOutcome Outcome { get; private set; } = new ReplayOutcome.NotPossible("It was not tried.");

    /// <summary>Replays a counterexample.</summary>
    /// <exception cref="NotRepresentableException">The subject cannot be constructed.</exception>
    internal static Replay Run(Counterexample counterexample, DecodedScene scene)
    {
        var replay = new Replay(counterexample, scene, scene.Construct(counterexample.Obligation.Subject));
        try
        {
            replay.Outcome = scene.Infinite.Any()
                ? new ReplayOutcome.NotPossible($"{string.Join(", ", scene.Infinite)} is infinite in this world; such values exist in proofs only.")
                : scene.Undetermined is { } reason && counterexample.Obligation.Kind != ObligationKind.Definedness
                    ? new ReplayOutcome.NotPossible(reason)
                    : replay.Compare();
        }
        catch (NotRepresentableException exception)
        {
            replay.Outcome = new ReplayOutcome.NotPossible(exception.Message);
        }
        catch (NotEnumerableException exception)
        {
            replay.Outcome = new ReplayOutcome.NotPossible(exception.Message);
        }

        return replay;
    }

    private ReplayOutcome Compare()
    {
        try
        {
            if ((Axioms() ?? OfSubject()) is { } difference) return difference;
            return compared.Count > 0
                ? new ReplayOutcome.Agreed(string.Join(", ", compared))
                : new ReplayOutcome.NotPossible("There is nothing to run.");
        }
        catch (Exception fault) when (fault is ArithmeticException or ArgumentOutOfRangeException or InvalidOperationException or KeyNotFoundException or NullReferenceException)
        {
            // Where a model is undefined a proof takes any value, and definedness is an obligation of its own.
            return new ReplayOutcome.NotPossible($"The compiled model throws {fault.GetType().Name} ({fault.Message.TrimEnd('.')}) where the proof takes any value; see the obligations that it is well-defined.");
        }
        catch (Exception fault) when (fault is not (NotRepresentableException or NotEnumerableException or OperationCanceledException))
        {
            return new ReplayOutcome.Disagreed("running the compiled model", "a value", $"{fault.GetType().Name}: {fault.Message}");
        }
    }

    private ReplayOutcome.Disagreed? OfSubject() => Subject switch
    {
        EventSystem when MovingSystem.Of(Subject, scene) is { } system => OfSystem(system),
        Refinement refinement => Simulation(new SimulationView.OfRefinement(refinement)),
        Equality equality => Simulation(SimulationView.OfEquality(equality, scene[SceneRole.Event])),
        _ => null,
    };

    private ReplayOutcome.Disagreed? OfSystem(EventSystem system)
    {
        if (counterexample.Obligation.Kind == ObligationKind.Definedness)
        {
            Undefined(system);
            return null;
        }

        return Step(system) ?? Property(system) ?? Other(system) ?? Automatic(system);
    }

    private ReplayOutcome.Disagreed? Automatic(EventSystem system)
    {
        var replay = new AutomaticReplay(system, scene, counterexample.Obligation.Way);
        var difference = replay.Compare(counterexample.Obligation.Kind, After, compared);
        (Rank, AbstractEvent) = (replay.Rank, replay.Seen);
        return difference;
    }

    /// <summary>Outside its domain an operation throws; if it does not, the replay shows nothing.</summary>
    private void Undefined(EventSystem system)
    {
        if (scene[SceneRole.Before] is not { } before) return;
        var stated = StatementOf(counterexample, system);
        try
        {
            if (scene[SceneRole.Event] is { } e) After = system.NextState(before, e);
            else if (stated is not null) PropertyRun.Holds(Subject, stated, system, new(before, scene[SceneRole.Past]), Parameters());
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or NotRepresentableException))
        {
            compared.Add($"{stated?.Name ?? "Next"} throws {fault.GetType().Name}: {fault.Message}");
        }
    }

    /// <summary>Whether the guard treats two events differently.</summary>
    private ReplayOutcome.Disagreed? Other(EventSystem system)
    {
        if (scene[SceneRole.Before] is { } before && scene[SceneRole.OtherEvent] is { } other && counterexample.Obligation.Kind is ObligationKind.InputIndependence or ObligationKind.OutputIndependence
            && After is not null && system.NextState(before, other) is null)
            compared.Add("the guard differs");
        return null;
    }

    private ReplayOutcome.Disagreed? Axioms()
    {
        foreach (var theory in scene.World.Scene.Theories)
        {
            var instance = scene.World.Theory(theory);
            foreach (var method in theory.Type.GetInterfaces().Prepend(theory.Type).SelectMany(t => t.GetMethods()).Where(m => m.IsDefined(typeof(AxiomAttribute), inherit: false)))
            {
                var axiom = new ModelProperty(PropertyKind.Axiom, method);
                if (PropertyRun.FindFailure(instance, axiom, null, scene.World.Universe, new(null)) is { } arguments)
                    return new($"the axiom {axiom.FullName} at {string.Join(", ", arguments)}", "holds", "does not hold");
            }
        }

        return null;
    }

    private ReplayOutcome.Disagreed? Step(EventSystem system)
    {
        if (scene[SceneRole.Before] is not { } before || scene[SceneRole.Event] is not { } e) return null;
        After = system.NextState(before, e);
        if (!scene.Has(SceneRole.After)) return null;
        if (!Comparison.Same(scene.World, scene[SceneRole.After], After))
            return new("the state after the event", Comparison.Text(scene[SceneRole.After]), Comparison.Text(After));
        compared.Add("After");
        return null;
    }

    private ReplayOutcome.Disagreed? Property(EventSystem system)
    {
        if (PropertyOf(counterexample, system) is not { } property) return null;
        var occasion = counterexample.Obligation.Kind switch
        {
            ObligationKind.Consecution => new PropertyRun.Occasion(After ?? scene[SceneRole.After], Pasts.After(system, scene)),
            ObligationKind.Initial => new PropertyRun.Occasion(scene[SceneRole.Before], Pasts.Empty(system)),
            _ => new PropertyRun.Occasion(scene[SceneRole.Before], scene[SceneRole.Past], scene[SceneRole.Event], After),
        };
        if (counterexample.Obligation.Kind is ObligationKind.Consecution or ObligationKind.StepProperty or ObligationKind.TraceProperty && After is null)
            return new("whether the event is enabled", "enabled", "not enabled");
        if (PropertyRun.Holds(Subject, property, system, occasion, Parameters()))
            return new($"{property.Name} with {string.Join(", ", scene.Parameters.Select(p => $"{p.Name} = {Values.ValueText.Of(p.Value)}"))}", "false", "true");
        compared.Add(property.Name);
        return null;
    }

    private Dictionary<string, object?> Parameters() => scene.Parameters.ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);

    private ReplayOutcome.Disagreed? Simulation(SimulationView view)
    {
        if (counterexample.Obligation.Kind == ObligationKind.SameIo) return SameIo(view);
        if (counterexample.Obligation.Kind is not (ObligationKind.Simulation or ObligationKind.InitialSimulation or ObligationKind.Inverse)) return null;
        if (counterexample.Obligation.Kind == ObligationKind.InitialSimulation)
        {
            if (scene[SceneRole.Before] is not { } initial || scene[SceneRole.AbstractBefore] is not { } witness) return null;
            // The witness may be related and yet be no initial state; then the relation does not decide.
            if (counterexample.Conjunct is null) return null;
            if (view.AreRelated(initial, witness)) return new("the relation between the initial states", "false", "true");
            compared.Add("Related");
            return null;
        }

        if (scene[SceneRole.Before] is not { } before || scene[SceneRole.AbstractBefore] is not { } above || scene[SceneRole.Event] is not { } e) return null;
        if (!view.AreRelated(before, above)) return new("the relation before the event", "true", "false");
        After = view.Concrete.NextState(before, e);
        if (After is null) return new("whether the event is enabled", "enabled", "not enabled");
        if (scene.Has(SceneRole.After) && !Comparison.Same(scene.World, scene[SceneRole.After], After))
            return new("the state after the event", Comparison.Text(scene[SceneRole.After]), Comparison.Text(After));
        AbstractEvent = view.Mediate(e);
        if (scene.Has(SceneRole.AbstractEvent) && !Comparison.Same(scene.World, scene[SceneRole.AbstractEvent], AbstractEvent))
            return new("the mediated event", ModelText.Event(scene[SceneRole.AbstractEvent]), ModelText.Event(AbstractEvent));
        if (counterexample.Obligation.Kind == ObligationKind.Inverse) return Inverse(view, e);
        AbstractAfter = AbstractEvent is null ? view.Skip(above) : view.Abstract.NextState(above, AbstractEvent);
        if (scene.Has(SceneRole.AbstractAfter) && !Comparison.Same(scene.World, scene[SceneRole.AbstractAfter], AbstractAfter))
            return new("the abstract state after the event", Comparison.Text(scene[SceneRole.AbstractAfter]), Comparison.Text(AbstractAfter));
        if (AbstractAfter is not null && view.AreRelated(After, AbstractAfter)) return new("the relation after the event", "false", "true");
        compared.Add("After");
        compared.Add(AbstractAfter is null ? "the abstract event not enabled" : "Related");
        return null;
    }

    private ReplayOutcome.Disagreed? SameIo(SimulationView view)
    {
        if (scene[SceneRole.Before] is not { } before || scene[SceneRole.Event] is not { } e) return null;
        After = view.Concrete.NextState(before, e);
        if (After is null) return new("whether the event is enabled", "enabled", "not enabled");
        AbstractEvent = view.Mediate(e);
        var (own, above) = (EventSignature.Of(e.GetType()), AbstractEvent is null ? null : EventSignature.Of(AbstractEvent.GetType()));
        if (above is null ? own.IsInternal : own.Operation?.GetType() == above.Operation?.GetType()
            && (own.IsInternal || (own.OutputOf(e).Equals(above.OutputOf(AbstractEvent!)) && own.InputOf(e).Equals(above.InputOf(AbstractEvent!)))))
            return new("the I/O of the mediated event", "another", "the same");
        compared.Add("the I/O of the mediated event");
        return null;
    }

    private ReplayOutcome.Disagreed? Inverse(SimulationView view, object e)
    {
        if (view.IsInverseAt(e)) return new("the counterpart of the counterpart", "another event", "the same event");
        compared.Add(AbstractEvent is null ? "no counterpart" : "the counterpart of the counterpart");
        return null;
    }

    /// <summary>The property that an obligation about a system is for, or null.</summary>
    internal static ModelProperty? PropertyOf(Counterexample counterexample, EventSystem system)
    {
        var kind = counterexample.Obligation.Kind switch
        {
            ObligationKind.Initial or ObligationKind.Consecution => PropertyKind.Invariant,
            ObligationKind.Lemma => PropertyKind.Lemma,
            ObligationKind.StepProperty => PropertyKind.StepProperty,
            ObligationKind.TraceProperty => PropertyKind.TraceProperty,
            _ => (PropertyKind?)null,
        };
        var name = counterexample.Obligation.Establishes?.Name ?? counterexample.Obligation.OwnName.Split(' ')[^1];
        return kind is null ? null : Declared(counterexample, system, p => p.Kind == kind && p.Name == name);
    }

    /// <summary>The statement that an obligation of definedness is about, or null if it is about the model's steps.</summary>
    internal static ModelProperty? StatementOf(Counterexample counterexample, EventSystem system) =>
        counterexample.Obligation.Kind == ObligationKind.Definedness && counterexample.Scene.Find(SceneRole.Event) is null
            ? Declared(counterexample, system, p => counterexample.Obligation.Name.StartsWith($"{p.Name} ", StringComparison.Ordinal))
            : null;

    // Overloads are told apart by their places.
    private static ModelProperty? Declared(Counterexample counterexample, EventSystem system, Func<ModelProperty, bool> isNamed)
    {
        var named = ModelProperty.Of(system).Where(isNamed).ToArray();
        return Array.Find(named, p => p.Source == counterexample.Obligation.Source) ?? named.FirstOrDefault();
    }
}
