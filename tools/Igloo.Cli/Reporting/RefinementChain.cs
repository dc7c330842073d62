using System.Collections.Immutable;
using Igloo.Cli.Specifying;
using Igloo.Cli.Targets;
using Igloo.Exploring;
using Igloo.Models;

namespace Igloo.Cli.Reporting;

/// <summary>The refinements and equalities of an assembly, as steps from systems to more abstract ones.</summary>
/// <param name="Steps">The steps, those nearest to the most abstract system first.</param>
internal sealed record RefinementChain(ImmutableArray<Abstraction> Steps)
{
    /// <summary>Reads the steps from instances of the models.</summary>
    public static RefinementChain Of(ModelAssembly models, IEnumerable<Type> subjects)
    {
        var steps = subjects
            .Where(s => s is { IsAbstract: false } && (s.IsAssignableTo(typeof(Refinement)) || s.IsAssignableTo(typeof(Equality))))
            .Select(s => Step(s, ComponentModels.InstanceOf(s, models.WithModels)))
            .ToList();
        var abstracts = steps.Select(s => s.Abstract).ToHashSet();
        var roots = abstracts.Except(steps.Select(s => s.Concrete));
        var ordered = new List<Abstraction>();
        var level = roots.ToList();
        while (level.Count > 0)
        {
            var next = steps.Where(s => level.Contains(s.Abstract) && !ordered.Contains(s)).ToList();
            ordered.AddRange(next);
            level = [.. next.Select(s => s.Concrete).Distinct()];
        }

        return new RefinementChain([.. ordered]);
    }

    /// <summary>
    /// How the events of a system appear in the systems below it: for each case of its events the concrete cases that the mediators
    /// map to it, found by running the mediators on a finite instance.
    /// </summary>
    /// <param name="system">The system.</param>
    public IEnumerable<(Type Level, ILookup<string, string> Preimages)> PreimagesOf(Type system)
    {
        foreach (var path in PathsTo(system))
        {
            var below = path[0];
            var pairs = below.Events
                .Select(e => (Concrete: EventLabel.Of(e), Abstract: path.Aggregate((object?)e, (at, step) => at is null ? null : step.Mediate(at))))
                .Where(p => p.Abstract is not null)
                .Select(p => (p.Concrete, Abstract: EventLabel.Of(p.Abstract!)))
                .Distinct();
            yield return (below.Concrete, pairs.ToLookup(p => p.Abstract, p => p.Concrete));
        }
    }

    private IEnumerable<ImmutableArray<Abstraction>> PathsTo(Type system) =>
        Steps.Where(s => s.Abstract == system)
            .SelectMany(s => PathsTo(s.Concrete).Select(p => p.Add(s)).Prepend([s]))
            .OrderBy(p => p.Length);

    private static Abstraction Step(Type subject, Instance instance)
    {
        if (instance.Model is Refinement refinement)
        {
            return new Abstraction(
                refinement.ConcreteSystem.GetType(), refinement.AbstractSystem.GetType(), subject, IsEquality: false,
                instance.Universe.Values(refinement.ConcreteSystem.EventType), refinement.MediateEvent);
        }

        // The untyped view of an equality has no mediators; the typed one names them.
        var equality = instance.As<Equality>();
        var forth = subject.GetMethod("Forth")!;
        return new Abstraction(
            equality.LeftSystem.GetType(), equality.RightSystem.GetType(), subject, IsEquality: true,
            instance.Universe.Values(equality.LeftSystem.EventType), e => forth.Invoke(equality, [e]));
    }
}
