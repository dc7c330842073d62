namespace Igloo.Exploring.Packed.Layouts;

/// <summary>The collections of states, and their parts in packed form.</summary>
internal enum CollectionKind
{
    /// <summary>For each element whether it is a member.</summary>
    Set,

    /// <summary>The default, then the value of each key.</summary>
    Map,

    /// <summary>For each key whether it is present, then its value.</summary>
    FiniteMap,

    /// <summary>For each element how often it occurs.</summary>
    Bag,

    /// <summary>The length, then as many places as sequences may be long.</summary>
    Seq,
}
