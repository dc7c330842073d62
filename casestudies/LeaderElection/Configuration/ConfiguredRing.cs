using LeaderElection.Model;

namespace LeaderElection.Configuration;

/// <summary>The ring of a configuration: any distinct identifiers in any order, with the endpoints that the processes use.</summary>
/// <remarks>What <see cref="RingConfiguration"/> checks are the axioms of <see cref="IRing"/> that do not hold by construction.</remarks>
public sealed class ConfiguredRing : IRing
{
    private readonly RingConfiguration configuration;
    private readonly Dictionary<Node, int> positions;

    internal ConfiguredRing(RingConfiguration configuration)
    {
        this.configuration = configuration;
        positions = configuration.Members.Select((m, i) => (m.Node, i)).ToDictionary(p => p.Node, p => p.i);
        Nodes = new(configuration.Members.Select(m => m.Node));
    }

    /// <inheritdoc/>
    public Domain<Node> Nodes { get; }

    /// <inheritdoc/>
    public Node Next(Node n) => At(positions[n] + 1).Node;

    /// <inheritdoc/>
    public bool Between(Node a, Node b, Node c)
    {
        var toB = Way(a, b);
        return 0 < toB && toB < Way(a, c);
    }

    /// <inheritdoc/>
    public bool Less(Node a, Node b) => a.Index < b.Index;

    /// <inheritdoc/>
    public Address AddressOf(Node participant) => Address.Of(At(positions[participant]).Address);

    private int Way(Node from, Node to) => (positions[to] - positions[from] + positions.Count) % positions.Count;

    private RingMember At(int position) => configuration.Members[position % configuration.Members.Length];
}
