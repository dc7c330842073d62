using System.Collections.Immutable;
using Igloo.Monitoring.Runs;
using LeaderElection.Model;
using E = LeaderElection.Model.RingNode.Event;

namespace Igloo.Benchmarks.Monitoring;

/// <summary>A long run of a ring: random steps of the composed model, seen through the logs of the nodes.</summary>
internal static class RingRun
{
    public static ImmutableArray<RecordedEvent<Node, E>> Of(Ring ring, int events)
    {
        var random = new Random(1);
        var nodes = ring.Nodes.ToArray();
        var sent = nodes.ToDictionary(n => n, _ => new List<Node>());
        var outbox = nodes.ToDictionary(n => n, n => new List<Node> { n });
        var run = ImmutableArray.CreateBuilder<RecordedEvent<Node, E>>(events);
        var sequence = nodes.ToDictionary(n => n, _ => 0L);
        void Add(Node node, E e) => run.Add(new(node, ++sequence[node], DateTimeOffset.UnixEpoch.AddTicks(run.Count), e, IsCertain: true));
        foreach (var node in nodes) Add(node, new E.Setup());
        while (run.Count < events)
        {
            var node = nodes[random.Next(nodes.Length)];
            if (random.Next(2) == 0)
            {
                var id = outbox[node][random.Next(outbox[node].Count)];
                sent[ring.Next(node)].Add(id);
                Add(node, new E.Send(ring.AddressOf(ring.Next(node)), id));
            }
            else if (sent[node] is { Count: > 0 } inbox)
            {
                var id = inbox[random.Next(inbox.Count)];
                Add(node, new E.Receive(id));
            }
        }

        return run.ToImmutable();
    }
}
