using Network = Igloo.Environments.CrashStopNetwork<Failover.Model.Node, Failover.Model.Node>;

namespace Failover.Model;

/// <summary>Each claim of a node is an act of the leader.</summary>
/// <param name="group">The nodes.</param>
public sealed class FailoverRefinesLeadership(IGroup group)
    : Refinement<FailoverSystem.State, FailoverSystem.Event, Leadership.State, Leadership.Event>(new FailoverSystem(group), new Leadership(group))
{
    /// <inheritdoc/>
    public override bool Related(FailoverSystem.State c, Leadership.State a) => group.Nodes.All(n => a.Led.Contains(n) == c.Components[n].IsLeader);

    /// <inheritdoc/>
    public override Leadership.Event? Mediate(FailoverSystem.Event e) =>
        e is FailoverSystem.Event.Environment(Network.Event.Transmit(var from, _, _)) ? new Leadership.Event.Lead(from) : null;
}
