using System.Collections.Immutable;

namespace Igloo.Exploring.Reducing.PartialOrder;

/// <summary>What is known of a value without the state.</summary>
internal abstract record Shade
{
    /// <summary>It depends on the state in some way; what it depends on was noted.</summary>
    public static Shade Opaque { get; } = new OpaqueShade();

    /// <summary>It does not depend on the state.</summary>
    public sealed record Known(object? Value) : Shade;

    /// <summary>It is what the state holds in a place.</summary>
    public sealed record Part(Place Place) : Shade;

    /// <summary>It is what the state holds in a place, except for some changes.</summary>
    public sealed record Changed(Place Place, ImmutableArray<Access> Writes) : Shade;

    /// <summary>A record made of known and unknown values.</summary>
    public sealed record Built(Type Type, ImmutableDictionary<string, Shade> Fields) : Shade;

    /// <summary>Null, or the value.</summary>
    public sealed record Perhaps(Shade Value) : Shade;

    private sealed record OpaqueShade : Shade;
}
