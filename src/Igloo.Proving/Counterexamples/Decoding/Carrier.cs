using System.Collections.Immutable;
using Igloo.Proving.Logic;

namespace Igloo.Proving.Counterexamples.Decoding;

/// <summary>An opaque type with its elements in the decoded world.</summary>
/// <param name="Type">The struct.</param>
/// <param name="Sort">Its sort.</param>
/// <param name="Elements">The elements by number.</param>
internal sealed record Carrier(Type Type, Sort.Uninterpreted Sort, ImmutableArray<object> Elements);
