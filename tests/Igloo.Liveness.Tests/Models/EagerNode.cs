using LeaderElection.Model;

namespace Igloo.Liveness.Tests.Models;

/// <summary>A node of the case study that never stands still for ever while it can do something.</summary>
[WeaklyFair]
public sealed class EagerNode(Node self, Address successor, ITotalOrder<Node> order) : Component<RingNode.State, RingNode.Event>
{
    public override RingNode.State Initial => new RingNode(self, successor, order).Initial;

    public override RingNode.State? Next(RingNode.State s, RingNode.Event e) => new RingNode(self, successor, order).Next(s, e);
}
