using Igloo.Models;
using Igloo.Terms;

namespace Igloo.Exploring.Reducing.PartialOrder;

/// <summary>
/// Chooses which of the enabled events to follow in a state so that deadlocks, and the truth of properties of states, are all found (Valmari's stubborn sets,
/// with invisible steps; the search sees to it that nothing is put off for ever).
/// </summary>
/// <remarks>
/// A set is closed under this: with an enabled event all that may depend on what it reads and writes here; with an event that is not enabled all that may
/// write what keeps it from being enabled.
/// </remarks>
internal sealed class StubbornSets
{
    private readonly EventSystem system;
    private readonly FunctionDefinition next;
    private readonly Visibility visibility;
    private readonly IReadOnlyList<object> events;
    private readonly Footprint[] footprints;

    public StubbornSets(EventSystem system, IReadOnlyList<object> events, Visibility visibility)
    {
        this.system = system;
        this.events = events;
        this.visibility = visibility;
        next = ModelTerms.Next(system);
        footprints = [.. events.Select(e => Tracer.OfEvent(next, system, e))];
    }

    /// <summary>The enabled events to follow.</summary>
    /// <param name="state">The state.</param>
    /// <param name="after">For each event the state after it, or null where it is not enabled.</param>
    /// <param name="isClosed">Whether a state was expanded before.</param>
    public IReadOnlyList<int> Choose(object state, object?[] after, Func<object, bool> isClosed)
    {
        int[] enabled = [.. Enumerable.Range(0, after.Length).Where(e => after[e] is not null)];
        IReadOnlyList<int> best = enabled;
        if (enabled.Length < 2) return best;
        var here = new Footprint?[after.Length];
        foreach (var seed in enabled)
        {
            if (Closure(seed, state, after, here, best.Count) is not { } chosen) continue;
            if (chosen.Any(e => visibility.IsVisible(FootprintIn(state, e, here), state, after[e]!))) continue;
            if (chosen.All(e => isClosed(after[e]!))) continue;
            best = chosen;
            if (best.Count == 1) break;
        }

        return best;
    }

    /// <summary>The enabled events of the least set with an event, or null where they are not fewer.</summary>
    private List<int>? Closure(int seed, object state, object?[] after, Footprint?[] here, int most)
    {
        var members = new HashSet<int> { seed };
        var pending = new Stack<int>([seed]);
        var enabled = new List<int>();
        while (pending.TryPop(out var member))
        {
            var footprint = FootprintIn(state, member, here);
            if (after[member] is not null)
            {
                enabled.Add(member);
                if (enabled.Count >= most) return null;
            }

            for (var other = 0; other < events.Count; other++)
            {
                if (members.Contains(other)) continue;
                var belongs = after[member] is not null ? footprint.DependsOn(footprints[other]) : footprints[other].Disturbs(footprint);
                if (belongs && members.Add(other)) pending.Push(other);
            }
        }

        return enabled;
    }

    private Footprint FootprintIn(object state, int e, Footprint?[] here) => here[e] ??= Tracer.OfEventIn(next, system, events[e], state);
}
