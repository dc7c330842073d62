using System.Collections.Immutable;
using Igloo.Components;
using Igloo.Proving.Logic;
using Igloo.Proving.Symbolic;
using Igloo.Terms;

namespace Igloo.Proving.Deriving;

/// <summary>
/// An event that nobody observes may not be one that a claimed property of traces is about: at each level with such properties, the mediators make
/// skip of it, or an event of which they do not speak.
/// </summary>
/// <remarks>
/// Then the observed trace satisfies a property exactly if the whole trace does. Mediators are functions on events, so no invariant is needed;
/// the guard of the event may be used. Levels are looked for among all models that are verified together: one that stands in an assembly that is
/// not verified is not known here.
/// </remarks>
internal sealed class HidingObligations
{
    private readonly Subject subject;
    private readonly ModelScope scope;
    private readonly SystemView system;
    private readonly SystemPoint point;
    private readonly ImmutableArray<SystemStep> automatic;
    private readonly HashSet<string> names = [];

    /// <summary>For a component, or a composition of components.</summary>
    internal HidingObligations(Subject subject, ModelScope scope)
    {
        (this.subject, this.scope) = (subject, scope);
        system = new(subject.Evaluation, subject.Self);
        point = new(subject, system, "s", SceneRole.Before, SceneRole.Past);
        automatic = [.. point.Events.Where(e => e.Case.IsAutomatic)];
    }

    /// <summary>The compositions that a component is part of.</summary>
    internal static IEnumerable<Type> CompositionsOf(Type component, ModelScope scope)
    {
        var eventType = SystemView.EventSystemOf(component).GetGenericArguments()[1];
        return scope.Models
            .Where(t => t is { IsAbstract: false, IsInterface: false, IsGenericTypeDefinition: false } && CompositionObligations.DerivesFromComposition(t))
            .Where(t => CompositionObligations.EventsOfComponents(t).Contains(eventType))
            .OrderBy(t => t.FullName, StringComparer.Ordinal);
    }

    /// <summary>Whether a hierarchy of events has automatic ones.</summary>
    internal static bool AnyAutomatic(Type events) => TermRegistry.Shape(events) is TypeShape.Union union && union.Cases.Any(c => EventSignature.Of(c).IsAutomatic);

    internal IEnumerable<Obligation> All()
    {
        var images = automatic.Select(step => (Step: step, Image: new SymbolicValue.Optional(Fol.True, step.Case.Value))).ToImmutableArray();
        return Seen(system.Self, images, []).Concat(Above(system.Self, images, []));
    }

    // Along every way: what one mediator hides another may show.
    private IEnumerable<Obligation> Above(SymbolicValue.Object level, ImmutableArray<(SystemStep Step, SymbolicValue.Optional Image)> images, ImmutableArray<Type> way)
    {
        foreach (var connection in Connection.From(subject, level.Type, scope.Models).Where(c => !way.Contains(c.By.Type)))
        {
            var further = images.Select(i => (i.Step, Image: ImageOf(connection, i.Image))).ToImmutableArray();
            var on = way.Add(connection.By.Type);
            foreach (var obligation in Seen(connection.Above, further, on).Concat(Reported(connection.Above, further, on)).Concat(Above(connection.Above, further, on))) yield return obligation;
        }
    }

    private SymbolicValue.Optional ImageOf(Connection connection, SymbolicValue.Optional below)
    {
        if (below.Value is null) return below;
        var image = SystemView.Optional(subject.Evaluation.Call(connection.Mediator, connection.By, [below.Value]));
        return new(Fol.And(below.Present, image.Present), image.Value);
    }

    private IEnumerable<Obligation> Seen(SymbolicValue.Object level, ImmutableArray<(SystemStep Step, SymbolicValue.Optional Image)> images, ImmutableArray<Type> way)
    {
        var view = new SystemView(subject.Evaluation, level);
        foreach (var property in view.TraceProperties)
        {
            var spoken = SpokenOf(property, view);
            var name = Vocabulary.NameOf(level.Type);
            foreach (var (step, image) in images)
                yield return Never(
                    step, image, view, spoken, way, $"{step.Case.Name} is hidden from {property.Name} of {name}", property.Source,
                    $"{property.Name} of {name} is about this event, and nobody reports it. Let the program report it, or let a mediator below map it to skip.");
        }
    }

    /// <summary>A component above is hidden from what is above its own compositions only as far as its events are automatic.</summary>
    private IEnumerable<Obligation> Reported(SymbolicValue.Object level, ImmutableArray<(SystemStep Step, SymbolicValue.Optional Image)> images, ImmutableArray<Type> way)
    {
        var view = new SystemView(subject.Evaluation, level);
        if (!ComponentObligations.IsComponent(level.Type)) yield break;
        ImmutableArray<Type> reported = [.. ((TypeShape.Union)TermRegistry.Shape(view.EventType)).Cases.Where(c => !EventSignature.Of(c).IsAutomatic)];
        var name = Vocabulary.NameOf(level.Type);
        foreach (var (step, image) in images)
            yield return Never(
                step, image, view, reported, way, $"{step.Case.Name} is automatic in {name}, too", system.Next.Source,
                $"To {name} this is an event that programs report, and this component's program does not.");
    }

    private Obligation Never(
        SystemStep step, SymbolicValue.Optional image, SystemView level, ImmutableArray<Type> cases, ImmutableArray<Type> way, string name, SourceSpan source, string failure)
    {
        var seen = image.Value is null ? Fol.False : Fol.And(image.Present, Fol.Or(cases.Select(c => subject.Evaluation.IsCase(image.Value, c))));
        var own = names.Add(name) ? name : $"{name}, through {string.Join(", ", way.Select(Vocabulary.NameOf))}";
        return subject.Valid(
            ObligationKind.Hiding, own, source, point.SceneOf([new(SceneRole.Event, "Event", system.EventType, step.Case.Value), new(SceneRole.AbstractEvent, "Seen as", level.EventType, image)]),
            [step.After.Present], Subject.Goals(Fol.Not(seen), failure), []).Along(way);
    }

    /// <summary>The event cases that a trace property may depend on; all of them where it says more than its terms show.</summary>
    private static ImmutableArray<Type> SpokenOf(FunctionDefinition property, SystemView view)
    {
        var cases = ((TypeShape.Union)TermRegistry.Shape(view.EventType)).Cases;
        var terms = Subterms.All(property.Body!).ToArray();
        var isOpen = property.Parameters.Any(p => p.Type == view.StateType || p.Type == view.EventType)
            || terms.Any(t => t.Type == view.EventType && !(t is CaseCastTerm cast && cases.Contains(cast.Target.Type)))
            || terms.OfType<CallTerm>().Any(c => c.Arguments.Any(a => SystemView.IsPast(a.Type)));
        return isOpen ? cases : [.. property.Parameters.Select(p => p.Type).Concat(terms.Select(t => t.Type)).Where(cases.Contains).Distinct()];
    }
}
