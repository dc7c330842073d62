using System.Collections.Immutable;

namespace Igloo.Viewing;

/// <summary>A conjunct of a guard with its value.</summary>
/// <param name="Text">The C# text.</param>
/// <param name="Holds">Its value.</param>
/// <param name="Source">Where it stands; null if unknown.</param>
/// <param name="Operands">What its value comes from, as in <c>s.Outbox = {1}</c>.</param>
public sealed record ConditionView(string Text, bool Holds, string? Source, ImmutableArray<string> Operands);
