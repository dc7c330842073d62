using System.Numerics;

namespace Igloo.Exploring.Narrowing;

/// <summary>What is known of a hole.</summary>
/// <param name="IsBound">Whether it stands for a value.</param>
/// <param name="Value">What it is bound to: a value, a <see cref="Construct"/> or another hole.</param>
/// <param name="Least">The least integer that it may be, as far as conditions say.</param>
/// <param name="Greatest">The greatest integer that it may be, as far as conditions say.</param>
/// <param name="Excluded">
/// What it is not, where it stands for all values but those of a list: no list has it, so that only a condition can name it; empty of parts of such a value. Null of
/// a hole that its list can fill.
/// </param>
/// <param name="IsNamed">Whether a condition gave its value.</param>
internal readonly record struct Knowledge(
    bool IsBound = false, object? Value = null, BigInteger? Least = null, BigInteger? Greatest = null, IReadOnlySet<object?>? Excluded = null, bool IsNamed = false);
