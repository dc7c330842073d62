using Igloo.Components;
using Igloo.Monitoring.Runs;
using Igloo.Values;

namespace Igloo.AheadOfTime.Node.Model;

/// <summary>The audit logs of the depot, for <c>igloo log check</c>.</summary>
public sealed class DepotLogs : ComponentLogSource<Depot.State, Depot.Event>
{
    /// <summary>The depot that the program runs.</summary>
    public static Depot Depot { get; } = new(Domain<Parcel>.Of(new(1), new(2), new(3)), new Priority());

    /// <inheritdoc/>
    protected override Component<Depot.State, Depot.Event> ComponentOf(string file) => Depot;
}
