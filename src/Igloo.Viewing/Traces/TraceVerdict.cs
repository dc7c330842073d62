using Igloo.Exploring;

namespace Igloo.Viewing.Traces;

/// <summary>Whether a model has a trace.</summary>
public abstract record TraceVerdict
{
    private TraceVerdict()
    {
    }

    /// <summary>The compiled model takes the same steps to the same states.</summary>
    /// <param name="Run">The run.</param>
    public sealed record Accepted(Run Run) : TraceVerdict;

    /// <summary>It does not.</summary>
    /// <param name="Run">As far as the model follows.</param>
    /// <param name="Step">The number of the step that it does not take, 1 for the first; 0 where the initial state is none of the model's.</param>
    /// <param name="Reason">Why not, with the values that decide.</param>
    public sealed record Rejected(Run? Run, int Step, string Reason) : TraceVerdict;
}
