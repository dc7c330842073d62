using Igloo.Exploring.Packed;

namespace Igloo.Exploring.Tests.Packed;

/// <summary>What both engines must agree on.</summary>
internal static class SameAsReference
{
    public static PackedSystem Packed(EventSystem system, Universe universe) =>
        PackedSystem.TryCreate(system, universe, out var packed, out var reason) ? packed : throw new InvalidOperationException(reason);

    public static Exploration Explored(EventSystem system, Universe universe, ExplorationOptions? options = null)
    {
        var expected = Explorer.Explore(system, universe, (options ?? ExplorationOptions.Unlimited) with { Engine = ExplorationEngine.Reference, Workers = 1, Storage = StateStorage.FullStates });
        var actual = PackedSearch.Run(Packed(system, universe), options);

        Assert.Equal((expected.States, expected.Generated, expected.Depth, expected.Completeness), (actual.States, actual.Generated, actual.Depth, actual.Completeness));
        Assert.Equal(expected.Events, actual.Events);
        Assert.Equal(expected.Deadlock?.Length, actual.Deadlock?.Length);
        Assert.Equal(Violations(expected), Violations(actual));
        Assert.Equal(
            expected.Goals.Where(g => !g.Property.NeedsPast).Select(g => (g.Property.Name, g.Witness?.Length)),
            actual.Goals.Select(g => (g.Property.Name, g.Witness?.Length)));
        return actual;
    }

    /// <summary>Every step from every reachable state.</summary>
    public static int Steps(EventSystem system, Universe universe, int most = int.MaxValue)
    {
        var reached = Reached(system, universe, most);
        Packed(system, universe).Verify(reached);
        return reached.Count;
    }

    private static IEnumerable<(string, int, bool)> Violations(Exploration found) => found.Violations
        .Where(v => v.Property is not { NeedsPast: true })
        .Select(v => (v.Name, v.Run.Length, v.Fault is null))
        .Order();

    private static HashSet<object> Reached(EventSystem system, Universe universe, int most)
    {
        var events = universe.Values(system.EventType);
        var reached = new HashSet<object> { system.InitialState };
        var queue = new Queue<object>(reached);
        while (queue.TryDequeue(out var state) && reached.Count < most)
        {
            foreach (var after in events.Select(e => system.NextState(state, e)).OfType<object>())
            {
                if (reached.Add(after)) queue.Enqueue(after);
            }
        }

        return reached;
    }
}
