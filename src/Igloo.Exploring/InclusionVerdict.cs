using System.Collections.Immutable;

namespace Igloo.Exploring;

/// <summary>Whether every trace of an instance of a concrete system is, through the mediator, a trace of the abstract one.</summary>
public abstract record InclusionVerdict
{
    private InclusionVerdict()
    {
    }

    /// <summary>All traces are included; the search was complete.</summary>
    public sealed record Included : InclusionVerdict;

    /// <summary>A trace is not included, whatever the relation.</summary>
    /// <param name="Run">A shortest run of the concrete system.</param>
    /// <param name="Trace">Its mediated trace, which the abstract system does not have.</param>
    public sealed record TraceNotIncluded(Run Run, ImmutableArray<object> Trace) : InclusionVerdict
    {
        /// <inheritdoc/>
        public override string ToString() => $"TRACE NOT INCLUDED  {string.Join(" ", Trace.Select(ModelText.Event))}\n{Run}";
    }

    /// <summary>The search was cut. No claim.</summary>
    /// <param name="Completeness">What cut it.</param>
    public sealed record Undecided(Completeness Completeness) : InclusionVerdict
    {
        /// <summary>Parameters of events of which only some values were tried, and why.</summary>
        public ImmutableArray<UnboundedParameter> Unbounded { get; init; } = [];
    }
}
