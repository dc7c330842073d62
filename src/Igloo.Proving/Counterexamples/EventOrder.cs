using System.Collections.Immutable;

namespace Igloo.Proving.Counterexamples;

/// <summary>One of the two orders of two events in which something goes wrong.</summary>
/// <param name="First">The event that happens first.</param>
/// <param name="Second">The event that happens then, if it can.</param>
/// <param name="IsSecondEnabled">Whether it can.</param>
/// <param name="End">The fields of the state in which this order ends.</param>
public sealed record EventOrder(string First, string Second, bool IsSecondEnabled, ImmutableArray<NamedValue> End);
