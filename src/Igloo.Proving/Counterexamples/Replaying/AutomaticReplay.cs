using System.Collections;
using System.Collections.Immutable;
using System.Numerics;
using System.Reflection;
using Igloo.Components;
using Igloo.Exploring;
using Igloo.Models;
using Igloo.Proving.Counterexamples.Decoding;
using Igloo.Proving.Symbolic;
using Igloo.Values;

namespace Igloo.Proving.Counterexamples.Replaying;

/// <summary>Runs the compiled model on what automatic events do wrong.</summary>
/// <param name="system">The system that moves.</param>
/// <param name="scene">The cast.</param>
/// <param name="way">The refinements and equalities that lead to the level that sees the event.</param>
internal sealed class AutomaticReplay(EventSystem system, DecodedScene scene, ImmutableArray<Type> way)
{
    /// <summary>What the rank was and became; null where there is none.</summary>
    internal FieldChange? Rank { get; private set; }

    /// <summary>What the systems above make of the event; null for skip.</summary>
    internal object? Seen { get; private set; }

    /// <summary>The difference, or null; what was compared is added.</summary>
    internal ReplayOutcome.Disagreed? Compare(ObligationKind kind, object? after, List<string> compared) => (kind, after) switch
    {
        (_, null) => null,
        (ObligationKind.Confluence or ObligationKind.Persistence, _) => Orders(after, kind == ObligationKind.Confluence, compared),
        (ObligationKind.Termination, _) => Ranks(after, compared),
        (ObligationKind.Hiding, _) => Image(compared),
        _ => null,
    };

    private ReplayOutcome.Disagreed? Orders(object after, bool isConfluence, List<string> compared)
    {
        if (scene[SceneRole.Before] is not { } before || scene[SceneRole.Event] is not { } e || scene[SceneRole.OtherEvent] is not { } other) return null;
        var otherAfter = system.NextState(before, other);
        if (otherAfter is null) return new("whether the other event is enabled", "enabled", "not enabled");
        var then = system.NextState(after, other);
        var otherThen = system.NextState(otherAfter, e);
        if ((Differs(SceneRole.OtherAfter, otherAfter) ?? Differs(SceneRole.Following, then) ?? Differs(SceneRole.OtherFollowing, otherThen)) is { } difference) return difference;
        object?[] first = isConfluence ? [after, then] : [then, then is null ? null : system.NextState(then, e)];
        if (first.Any(f => f is not null && (f.Equals(otherAfter) || f.Equals(otherThen)))) return new("where the two orders end", "in different states", "in the same state");
        compared.Add("both orders");
        return null;
    }

    private ReplayOutcome.Disagreed? Differs(SceneRole role, object? compiled) =>
        scene.Has(role) && !Comparison.Same(scene.World, scene[role], compiled)
            ? new($"the state of {scene.Find(role)!.Name.ToLowerInvariant()}", Comparison.Text(scene[role]), Comparison.Text(compiled))
            : null;

    private ReplayOutcome.Disagreed? Ranks(object after, List<string> compared)
    {
        var method = system.GetType().GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            .FirstOrDefault(m => m.IsDefined(typeof(RankingAttribute)));
        if (method is null || scene[SceneRole.Before] is not { } before) return null;
        var (was, became) = (Of(before), Of(after));
        Rank = new(method.Name, ValueText.Of(was), ValueText.Of(became));
        if (Equals(before, after) || IsSmaller(became, was)) return new($"whether {method.Name} becomes smaller", "no", "yes");
        compared.Add(method.Name);
        return null;

        object Of(object state) => method.Invoke(system, BindingFlags.DoNotWrapExceptions, null, [state], null)!;
    }

    private static bool IsSmaller(object later, object earlier)
    {
        if (later is not IEnumerable) return Integer(later) is var rank && rank >= 0 && rank < Integer(earlier);
        return !later.Equals(earlier) && (bool)later.GetType().GetMethod(nameof(Set<>.IsSubsetOf))!.Invoke(later, [earlier])!;
    }

    private static BigInteger Integer(object value) => value as BigInteger? ?? new BigInteger(Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture));

    private ReplayOutcome.Disagreed? Image(List<string> compared)
    {
        if (scene[SceneRole.Event] is not { } e || scene.Find(SceneRole.AbstractEvent) is not { Value: var expected }) return null;
        var image = way.Aggregate<Type, object?>(e, (below, by) => below is null ? null : ViewOf(by).Mediate(below));
        Seen = image;
        if (!Comparison.Same(scene.World, expected, image)) return new("the mediated event", ModelText.Event(expected), ModelText.Event(image));
        compared.Add("what is seen above");
        return null;
    }

    private SimulationView ViewOf(Type connection) => scene.Construct(connection) is Refinement refinement
        ? new SimulationView.OfRefinement(refinement)
        : SimulationView.OfEquality((Equality)scene.Construct(connection), null);
}
