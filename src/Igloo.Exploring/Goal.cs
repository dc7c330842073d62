namespace Igloo.Exploring;

/// <summary>A goal of a model: a property that some reachable state should have.</summary>
/// <param name="Property">The property.</param>
/// <param name="Witness">A shortest run to such a state; null where none was found.</param>
public sealed record Goal(ModelProperty Property, Run? Witness)
{
    /// <summary>Whether a state was found.</summary>
    public bool IsReached => Witness is not null;
}
