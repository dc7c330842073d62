namespace Igloo.Exploring;

/// <summary>How often a kind of event occurred in a search.</summary>
/// <param name="Name">The case of the hierarchy; in a composition with the event inside, as in <c>Internal(Setup)</c>.</param>
/// <param name="Count">In how many pairs of state and event it was enabled.</param>
public sealed record EventCount(string Name, long Count);
