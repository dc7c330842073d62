using System.Collections;
using System.Collections.Immutable;

namespace Igloo.Exploring.Liveness;

/// <summary>One instance of a liveness property on a graph: where a response is due, and where it is given.</summary>
/// <param name="Arguments">The values of the quantified parameters.</param>
/// <param name="Premise">Where a response is due; null: in the initial states only.</param>
/// <param name="Conclusion">Where it is given.</param>
internal sealed record Claim(ImmutableArray<Argument> Arguments, BitArray? Premise, BitArray Conclusion);
