namespace Igloo.Exploring.Reducing.PartialOrder;

/// <summary>How an event uses a part of the state.</summary>
internal enum AccessKind
{
    /// <summary>Reads it.</summary>
    Value,

    /// <summary>Reads the first element of a sequence that has one.</summary>
    Front,

    /// <summary>Replaces it.</summary>
    Assign,

    /// <summary>Appends to a sequence.</summary>
    Push,

    /// <summary>Removes the first element of a sequence that has one.</summary>
    Pop,

    /// <summary>Adds the element that the place names.</summary>
    Insert,

    /// <summary>Removes the element that the place names.</summary>
    Delete,
}
