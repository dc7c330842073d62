using LeaderElection.Model;

namespace Igloo.Testing.Tests.Models;

/// <summary>A ring on which identifiers are permuted: the order along the ring is any.</summary>
[Instances(1, 6)]
public sealed class ShuffledRing : IRing
{
    private readonly Ring ring;
    private readonly int[] places;

    public ShuffledRing(int size)
        : this(size, 0)
    {
    }

    public ShuffledRing(int size, int seed)
    {
        ring = new Ring(size);
        places = [.. Enumerable.Range(0, size)];
        new Random(seed).Shuffle(places);
    }

    public Domain<Node> Nodes => ring.Nodes;

    public Node Next(Node n) => At(ring.Next(Place(n)));

    public bool Between(Node a, Node b, Node c) => ring.Between(Place(a), Place(b), Place(c));

    public bool Less(Node a, Node b) => ring.Less(a, b);

    public Address AddressOf(Node participant) => ring.AddressOf(participant);

    private Node Place(Node n) => new(places[n.Index]);

    private Node At(Node place) => new(Array.IndexOf(places, place.Index));
}
