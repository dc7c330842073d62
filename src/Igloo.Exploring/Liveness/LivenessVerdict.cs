using System.Collections.Immutable;

namespace Igloo.Exploring.Liveness;

/// <summary>What is known of a liveness property on an instance.</summary>
public abstract record LivenessVerdict
{
    private LivenessVerdict()
    {
    }

    /// <summary>Every fair run from every initial state satisfies it.</summary>
    public sealed record Holds : LivenessVerdict;

    /// <summary>A fair run does not satisfy it.</summary>
    /// <param name="Arguments">The values of its quantified parameters.</param>
    /// <param name="Lasso">The run.</param>
    public sealed record Refuted(ImmutableArray<Argument> Arguments, Lasso Lasso) : LivenessVerdict;

    /// <summary>It was not decided.</summary>
    /// <param name="Reason">Why: what was cut, or what failed.</param>
    public sealed record Unknown(string Reason) : LivenessVerdict;
}
