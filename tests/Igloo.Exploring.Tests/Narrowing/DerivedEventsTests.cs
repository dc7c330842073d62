using Igloo.Exploring.Searching;
using Igloo.Exploring.Tests.Models;
using LeaderElection.Model;
using LockServer;
using Paxos.Model;
using Mutex = LockServer.Mutex;

namespace Igloo.Exploring.Tests.Narrowing;

public sealed class DerivedEventsTests
{
    public static TheoryData<Type, int> Models => new()
    {
        { typeof(RingProtocol), 3 },
        { typeof(RingInterface), 2 },
        { typeof(RingSystem), 2 },
        { typeof(RingSystem), 3 },
        { typeof(Election), 3 },
        { typeof(LockProtocol), 3 },
        { typeof(Mutex), 3 },
        { typeof(SingleDecree), 2 },
        { typeof(TwoPhaseCommit), 3 },
        { typeof(ChangRoberts), 3 },
        { typeof(Forked), 1 },
        { typeof(Remembering), 1 },
    };

    [Theory]
    [MemberData(nameof(Models))]
    public void Derived_events_are_those_found_by_trying_all(Type model, int size)
    {
        foreach (var instance in Instances.Of(model, size, size))
        {
            var system = instance.As<EventSystem>();
            var derived = new Stepper(system, instance.Universe, fewest: 0);
            var all = instance.Universe.Values(system.EventType);
            foreach (var state in Reachable(system, instance.Universe, atMost: 300))
            {
                var expected = all.Where(e => system.NextState(state, e) is not null).ToHashSet();
                var candidates = derived.Candidates(state);
                var found = candidates.Where(e => system.NextState(state, e) is not null).ToList();

                Assert.Equal(candidates.Count, candidates.Distinct().Count());
                Assert.True(expected.SetEquals(found), $"{instance} in {ModelText.State(state)}\nmissing {string.Join(" ", expected.Except(found).Select(ModelText.Event))}\nextra {string.Join(" ", found.Except(expected).Select(ModelText.Event))}");
            }
        }
    }

    [Theory]
    [InlineData(typeof(RingProtocol), 6)]
    [InlineData(typeof(RingInterface), 4)]
    [InlineData(typeof(RingSystem), 4)]
    [InlineData(typeof(SingleDecree), 3)]
    [InlineData(typeof(TwoPhaseCommit), 8)]
    [InlineData(typeof(ChangRoberts), 8)]
    public void Derived_events_are_those_found_by_trying_all_along_random_walks_through_large_instances(Type model, int size)
    {
        var instance = Instances.Sample(model, size, seed: 5);
        var system = instance.As<EventSystem>();
        var derived = new Stepper(system, instance.Universe, fewest: 0);
        var all = instance.Universe.Values(system.EventType);
        var random = new Random(17);
        var state = derived.InitialStates().Last();
        for (var step = 0; step < 25; step++)
        {
            var expected = all.Where(e => system.NextState(state, e) is not null).ToHashSet();

            Assert.True(expected.SetEquals(derived.Candidates(state).Where(e => system.NextState(state, e) is not null)), ModelText.State(state));
            if (expected.Count == 0) break;
            state = system.NextState(state, expected.ElementAt(random.Next(expected.Count)))!;
        }
    }

    [Fact]
    public void Derivation_tries_few_events_where_the_guard_names_them()
    {
        var instance = Instances.Of<SingleDecree>(2, 2).First();
        var system = instance.As<EventSystem>();
        var derived = new Stepper(system, instance.Universe, fewest: 0);
        var states = Reachable(system, instance.Universe, 100).ToArray();

        var tried = states.Average(s => derived.Candidates(s).Count);
        var all = instance.Universe.Values(system.EventType).Count;

        Assert.True(tried * 5 < all, $"{tried} of {all}");
    }

    private static IEnumerable<object> Reachable(EventSystem system, Universe universe, int atMost)
    {
        var seen = Stepper.InitialStates(system, universe).ToHashSet();
        var queue = new Queue<object>(seen);
        while (queue.TryDequeue(out var state))
        {
            yield return state;
            foreach (var next in universe.Values(system.EventType).Select(e => system.NextState(state, e)).OfType<object>())
            {
                if (seen.Count < atMost && seen.Add(next)) queue.Enqueue(next);
            }
        }
    }
}
