namespace Igloo.Exploring;

/// <summary>What computes the steps of a model.</summary>
public enum ExplorationEngine
{
    /// <summary>The packed engine where the model and the options allow it, else the reference.</summary>
    Automatic,

    /// <summary>The compiled <c>Next</c> on the model's own states.</summary>
    Reference,

    /// <summary>States as bit vectors and functions compiled from the terms; fails where the model does not fit.</summary>
    Packed,
}
