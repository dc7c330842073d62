using Igloo.Theories;
using Igloo.Values;
using LeaderElection.Model;

namespace LeaderElection.Proofs;

/// <summary>A ring on which identifiers are permuted, so that their order along the ring is any.</summary>
[Instances(1, 6)]
public sealed class ShuffledRing : IRing
{
    private readonly Ring ring;
    private readonly int[] places;

    /// <summary>The ring in ascending order.</summary>
    public ShuffledRing(int size)
        : this(size, 0)
    {
    }

    /// <summary>A ring in an order that the seed determines.</summary>
    public ShuffledRing(int size, int seed)
    {
        ring = new Ring(size);
        places = [.. Enumerable.Range(0, size)];
        new Random(seed).Shuffle(places);
    }

    /// <inheritdoc/>
    public Domain<Node> Nodes => ring.Nodes;

    /// <inheritdoc/>
    public Node Next(Node n) => At(ring.Next(Place(n)));

    /// <inheritdoc/>
    public bool Between(Node a, Node b, Node c) => ring.Between(Place(a), Place(b), Place(c));

    /// <inheritdoc/>
    public bool Less(Node a, Node b) => ring.Less(a, b);

    /// <inheritdoc/>
    public Address AddressOf(Node participant) => ring.AddressOf(participant);

    private Node Place(Node n) => new(places[n.Index]);

    private Node At(Node place) => new(Array.IndexOf(places, place.Index));
}
