using System.Collections;
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
internal sealed class AutomaticReplay(EventSystem system, DecodedScene scene)
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
        if (scene[SceneRole.Event] is not { } e || scene.Find(SceneRole.AbstractEvent) is not { Type: var level, Value: var expected }) return null;
        if (!TryMediate(system.GetType(), e, level, [], out var image)) throw new NotRepresentableException($"No mediators could be constructed that lead from {Vocabulary.NameOf(system.GetType())} to {Vocabulary.NameOf(level)}.");
        Seen = image;
        if (!Comparison.Same(scene.World, expected, image)) return new("the mediated event", ModelText.Event(expected), ModelText.Event(image));
        compared.Add("what is seen above");
        return null;
    }

    private bool TryMediate(Type below, object? e, Type level, HashSet<Type> visited, out object? image)
    {
        image = e;
        if (e is null || level.IsInstanceOfType(e)) return true;
        foreach (var type in below.Assembly.GetTypes().Where(t => t is { IsAbstract: false, ContainsGenericParameters: false } && (t.IsSubclassOf(typeof(Refinement)) || t.IsSubclassOf(typeof(Equality)))))
        {
            if (!visited.Add(type) || ViewOf(type) is not { } view || view.Concrete.GetType() != below) continue;
            if (TryMediate(view.Abstract.GetType(), view.Mediate(e), level, visited, out image)) return true;
        }

        return false;
    }

    private SimulationView? ViewOf(Type connection)
    {
        try
        {
            return scene.Construct(connection) switch
            {
                Refinement refinement => new SimulationView.OfRefinement(refinement),
                Equality equality => SimulationView.OfEquality(equality, null),
                _ => null,
            };
        }
        catch (NotRepresentableException)
        {
            return null;
        }
    }
}
