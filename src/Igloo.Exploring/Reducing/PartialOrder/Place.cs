using System.Collections.Immutable;

namespace Igloo.Exploring.Reducing.PartialOrder;

/// <summary>A part of the state: names of fields and keys of collections from the outside in. It includes what is inside.</summary>
internal sealed class Place : IEquatable<Place>
{
    private static readonly object AnyKey = new();

    private readonly ImmutableArray<object> segments;
    private readonly int hash;

    private Place(ImmutableArray<object> segments)
    {
        this.segments = segments;
        var code = default(HashCode);
        foreach (var segment in segments) code.Add(segment);
        hash = code.ToHashCode();
    }

    /// <summary>The whole state.</summary>
    public static Place State { get; } = new([]);

    public int Depth => segments.Length;

    /// <summary>A field of the record here.</summary>
    public Place Field(string name) => new(segments.Add((Field: name, true)));

    /// <summary>What a key selects in the collection here; null: some key that is not known.</summary>
    public Place At(object? key, bool isKnown) => new(segments.Add(isKnown ? (Key: key, false) : AnyKey));

    /// <summary>Whether the parts may have something in common.</summary>
    public bool Overlaps(Place other)
    {
        for (var i = 0; i < Math.Min(Depth, other.Depth); i++)
        {
            if (!ReferenceEquals(segments[i], AnyKey) && !ReferenceEquals(other.segments[i], AnyKey) && !segments[i].Equals(other.segments[i])) return false;
        }

        return true;
    }

    public bool Equals(Place? other) => other is not null && hash == other.hash && segments.SequenceEqual(other.segments);

    public override bool Equals(object? obj) => Equals(obj as Place);

    public override int GetHashCode() => hash;
}
