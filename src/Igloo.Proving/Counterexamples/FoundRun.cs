using System.Collections.Immutable;

namespace Igloo.Proving.Counterexamples;

/// <summary>A run that exploration found.</summary>
/// <param name="On">The instance: <c>this world</c>, or <c>Ring(2)</c>.</param>
/// <param name="Events">The events in order.</param>
/// <param name="Ending">What the run ends in; empty for the state before the event.</param>
public sealed record FoundRun(string On, ImmutableArray<string> Events, string Ending)
{
    /// <summary>The events on one line.</summary>
    public override string ToString() => string.Join(' ', Events);
}
