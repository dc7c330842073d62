using System.Collections.Immutable;

namespace Igloo.Viewing;

/// <summary>An event that is enabled in the current state.</summary>
/// <param name="Text">The event.</param>
/// <param name="Short">The part that a participant does: <c>Send(1, 0)</c> of a composition's event.</param>
/// <param name="Who">Who takes part in it.</param>
/// <param name="Lanes">The names of those who take part in it, the one that acts or gives first.</param>
/// <param name="Path">The link after it.</param>
/// <param name="Changes">What it changes; nothing where the state stays the same.</param>
/// <param name="Violates">The properties that are violated after it.</param>
/// <param name="Reaches">The goals attained after it that are not attained now.</param>
/// <param name="BackTo">The place on the run with the state that it leads to, or null.</param>
/// <param name="IsTaken">Whether the run goes on with it.</param>
/// <param name="Fault">What the compiled model threw at it, or null.</param>
public sealed record EventView(
    string Text,
    string Short,
    string Who,
    ImmutableArray<string> Lanes,
    string Path,
    ImmutableArray<Difference> Changes,
    ImmutableArray<string> Violates,
    ImmutableArray<string> Reaches,
    int? BackTo,
    bool IsTaken,
    string? Fault);
