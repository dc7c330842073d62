using System.Collections.Immutable;
using Igloo.Monitoring.Runs;
using LeaderElection.Model;
using E = LeaderElection.Model.RingNode.Event;
using Network = Igloo.Environments.UnreliableNetwork<LeaderElection.Model.Node, LeaderElection.Model.Node>.Event;
using Verdict = Igloo.Monitoring.Runs.RunVerdict<LeaderElection.Model.RingSystem.Event>;

namespace Igloo.Monitoring.Tests.Runs;

/// <summary>
/// Logs of a real run with one thing wrong each: a mutant is rejected, and then no order of its events is a trace, or it is accepted with a
/// trace of the model that is an order of its events.
/// </summary>
public sealed class MutationTests
{
    private const int Events = 24;
    private static readonly SampleLogs Sample = SampleLogs.Elected.First(Events);

    private static ImmutableArray<ImmutableArray<E>> Original => [.. Sample.Logs.Select(l => l.Events.Select(e => e.Event!).ToImmutableArray())];

    [Theory]
    [InlineData("dropped", 3)]
    [InlineData("swapped", 5)]
    [InlineData("argument", 15)]
    [InlineData("duplicated", 0)]
    [InlineData("sender", 10)]
    public void Mutant_is_rejected_or_explained(string kind, int leastRejected)
    {
        var mutants = Mutants(kind).ToList();
        var rejected = 0;
        foreach (var mutant in mutants)
        {
            var verdict = Check(mutant, isMonotone: true);
            Assert.IsType(verdict.GetType(), Check(mutant, isMonotone: false));
            if (verdict is Verdict.Accepted accepted) RequireTraceOf(mutant, accepted.Trace);
            else Assert.False(HasOrder(mutant), $"rejected although it has an order: {string.Join(" | ", mutant.Select(l => string.Join(", ", l)))}");
            rejected += verdict is Verdict.Rejected ? 1 : 0;
        }

        Assert.InRange(mutants.Count, Events - 6, 200);
        Assert.InRange(rejected, leastRejected, mutants.Count);
    }

    [Fact]
    public void Original_is_accepted() => RequireTraceOf(Original, Assert.IsType<Verdict.Accepted>(Check(Original, isMonotone: false)).Trace);

    [Fact]
    public void Oracle_tells_orders_from_none()
    {
        Assert.True(HasOrder(Original));
        Assert.False(HasOrder([.. Original.Select(log => log.Reverse().ToImmutableArray())]));
    }

    [Fact]
    public void Line_of_a_file_that_is_dropped_moved_or_repeated_is_damage_with_its_place()
    {
        var lines = File.ReadAllLines(Path.Combine(SampleLogs.Folder("Elected"), "n1.jsonl"));
        for (var i = 0; i < lines.Length - 1; i++)
        {
            RequireDamage([.. lines[..i], .. lines[(i + 1)..]], i + 1);
            RequireDamage([.. lines[..i], lines[i + 1], lines[i], .. lines[(i + 2)..]], i + 1);
            RequireDamage([.. lines[..(i + 1)], .. lines[i..]], i + 2);
        }
    }

    private static void RequireDamage(string[] lines, int line)
    {
        using var folder = new Auditing.Folder();
        File.WriteAllLines(folder["n1.jsonl"], lines);

        var damage = Assert.Throws<InvalidDataException>(() => RecordedLog.Read<int, E>(1, [folder["n1.jsonl"]]));

        Assert.StartsWith($"{folder["n1.jsonl"]}:{line}: ", damage.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<ImmutableArray<ImmutableArray<E>>> Mutants(string kind)
    {
        var original = Original;
        for (var log = 0; log < original.Length; log++)
        {
            for (var i = 0; i < original[log].Length; i++)
            {
                foreach (var mutant in Mutants(kind, original, log, i)) yield return mutant;
            }
        }
    }

    private static IEnumerable<ImmutableArray<ImmutableArray<E>>> Mutants(string kind, ImmutableArray<ImmutableArray<E>> logs, int log, int i)
    {
        var own = logs[log];
        var next = (log + 1) % logs.Length;
        return kind switch
        {
            "dropped" => [logs.SetItem(log, own.RemoveAt(i))],
            "swapped" => i + 1 < own.Length ? [logs.SetItem(log, own.SetItem(i, own[i + 1]).SetItem(i + 1, own[i]))] : [],
            "argument" => Changed(own[i]).Select(e => logs.SetItem(log, own.SetItem(i, e))),
            "duplicated" => [logs.SetItem(log, own.Insert(i, own[i]))],
            "sender" => [logs.SetItem(log, own.RemoveAt(i)).SetItem(next, logs[next].Insert(Math.Min(i, logs[next].Length), own[i]))],
            _ => throw new ArgumentException(kind),
        };
    }

    private static IEnumerable<E> Changed(E e) => Sample.Ring.Nodes.SelectMany(n => (E[])(e switch
    {
        E.Receive(var id) when id != n => [new E.Receive(n)],
        E.Accept(var id) when id != n => [new E.Accept(n)],
        E.Send(var to, var id) => [.. id == n ? Array.Empty<E>() : [new E.Send(to, n)], .. to == Sample.Ring.AddressOf(n) ? Array.Empty<E>() : [new E.Send(Sample.Ring.AddressOf(n), id)]],
        _ => [],
    }));

    private static Verdict Check(ImmutableArray<ImmutableArray<E>> logs, bool isMonotone) => RunCheck.Of(Sample.System, isMonotone).Check(
        logs.SelectMany((log, l) => log.Select((e, i) => new RecordedEvent<Node, E>(Sample.Logs[l].Component, i + 1, DateTimeOffset.UnixEpoch.AddSeconds(i), e, IsCertain: true))));

    private static RingSystem.Event Joint(Node node, E e) => e switch
    {
        E.Receive(var id) => new RingSystem.Event.Environment(new Network.Deliver(node, id)),
        E.Send(var to, var id) => new RingSystem.Event.Environment(new Network.Transmit(node, to, id)),
        _ => new RingSystem.Event.Internal(node, e),
    };

    private static void RequireTraceOf(ImmutableArray<ImmutableArray<E>> logs, ImmutableArray<RingSystem.Event> trace)
    {
        var system = Sample.System;
        Assert.NotNull(trace.Aggregate((RingSystem.State?)system.Initial, (s, e) => s is null ? null : system.Next(s, e)));
        foreach (var (log, l) in logs.Select((log, l) => (log, l)))
        {
            var node = Sample.Logs[l].Component;
            var joint = log.Select(e => Joint(node, e)).ToList();
            Assert.Equal(joint, trace.Where(e => NodeOf(e) == node));
        }
    }

    private static Node NodeOf(RingSystem.Event e) => e switch
    {
        RingSystem.Event.Internal(var node, _) => node,
        RingSystem.Event.Environment(Network.Deliver(var at, _)) => at,
        RingSystem.Event.Environment(Network.Transmit(var from, _, _)) => from,
        _ => throw new ArgumentException($"{e}"),
    };

    // By trying everything, without any of what makes the check fast.
    private static bool HasOrder(ImmutableArray<ImmutableArray<E>> logs)
    {
        var system = Sample.System;
        var seen = new HashSet<(string, RingSystem.State)>();
        return From([.. logs.Select(_ => 0)], system.Initial);

        bool From(ImmutableArray<int> at, RingSystem.State state)
        {
            if (!seen.Add((string.Join(' ', at), state))) return false;
            if (at.Zip(logs).All(p => p.First == p.Second.Length)) return true;
            return Enumerable.Range(0, logs.Length).Where(l => at[l] < logs[l].Length).Any(l =>
                system.Next(state, Joint(Sample.Logs[l].Component, logs[l][at[l]])) is { } next && From(at.SetItem(l, at[l] + 1), next));
        }
    }
}
