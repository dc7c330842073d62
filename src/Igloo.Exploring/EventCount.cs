namespace Igloo.Exploring;

/// <summary>How often an event occurred in a search.</summary>
/// <param name="Case">The case of the event hierarchy.</param>
/// <param name="Count">In how many pairs of state and event it was enabled.</param>
public sealed record EventCount(Type Case, long Count)
{
    /// <summary>The name of the case.</summary>
    public string Name => Case.Name.Split('`')[0];
}
