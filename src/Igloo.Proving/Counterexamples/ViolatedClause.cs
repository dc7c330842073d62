using System.Collections.Immutable;

namespace Igloo.Proving.Counterexamples;

/// <summary>The user's clause that fails.</summary>
/// <param name="Source">Where it stands.</param>
/// <param name="When">When it fails: <c>after the event</c>, <c>in this state</c>, <c>initially</c>.</param>
/// <param name="Values">Its connectives with the values of its parts; empty where it could not be evaluated.</param>
/// <param name="Parameters">The values of the quantified parameters.</param>
public sealed record ViolatedClause(SourcePlace Source, string When, string Values, ImmutableArray<NamedValue> Parameters);
