using System.Collections.Immutable;
using System.Numerics;

namespace Igloo.Proving.Logic;

/// <summary>How a model interprets a function symbol, as a table. Immutable.</summary>
/// <param name="Function">The symbol.</param>
/// <param name="Entries">
/// The value for every combination of arguments; where an argument is an integer, for those in <paramref name="Integers"/> only.
/// </param>
/// <param name="Otherwise">The value for all other integers if it is the same for all; null if it varies or all arguments are listed.</param>
/// <param name="Integers">The integers at which the solver's description of the function may change its value.</param>
public sealed record FunctionInterpretation(
    FunctionSymbol Function,
    ImmutableArray<FunctionInterpretation.Entry> Entries,
    ModelValue? Otherwise,
    ImmutableArray<BigInteger> Integers)
{
    /// <inheritdoc/>
    public override string ToString() => Function.Arity == 0 && Entries.Length == 1
        ? Entries[0].Value.ToString()!
        : $"{{{string.Join("; ", Entries)}{(Otherwise is null ? "" : $"; otherwise {Otherwise}")}}}";

    /// <summary>The value at particular arguments.</summary>
    /// <param name="Arguments">The arguments.</param>
    /// <param name="Value">The value.</param>
    public sealed record Entry(ImmutableArray<ModelValue> Arguments, ModelValue Value)
    {
        /// <inheritdoc/>
        public override string ToString() => $"({string.Join(", ", Arguments)}) -> {Value}";
    }
}
