using System.Collections.Immutable;

namespace Igloo.Z3;

/// <summary>How a model interprets a function.</summary>
/// <param name="Function">The function.</param>
/// <param name="Entries">The values at particular arguments.</param>
/// <param name="Otherwise">The value elsewhere: a term in which bound variable i stands for argument i; no term if unspecified.</param>
public sealed record ModelFunction(FunctionHandle Function, ImmutableArray<ModelFunction.Entry> Entries, TermHandle Otherwise)
{
    /// <summary>The value at particular arguments.</summary>
    /// <param name="Arguments">The arguments.</param>
    /// <param name="Value">The value.</param>
    public readonly record struct Entry(ImmutableArray<TermHandle> Arguments, TermHandle Value);
}
