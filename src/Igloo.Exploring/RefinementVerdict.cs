using System.Collections.Immutable;
using Igloo.Values;

namespace Igloo.Exploring;

/// <summary>What a search of the product of two systems says about a relation that is claimed to be a simulation.</summary>
public abstract record RefinementVerdict
{
    private RefinementVerdict()
    {
    }

    /// <summary>Every reachable pair was visited and no requirement failed.</summary>
    /// <param name="Pairs">The number of pairs.</param>
    public sealed record Holds(int Pairs) : RefinementVerdict
    {
        /// <inheritdoc/>
        public override string ToString() => $"simulates on all {Pairs:N0} reachable pairs";
    }

    /// <summary>The search was cut before anything failed. No claim.</summary>
    /// <param name="Pairs">The number of pairs visited.</param>
    /// <param name="Completeness">What cut it.</param>
    public sealed record Undecided(int Pairs, Completeness Completeness) : RefinementVerdict
    {
        /// <summary>Parameters of events of which only some values were tried, and why.</summary>
        public ImmutableArray<UnboundedParameter> Unbounded { get; init; } = [];

        /// <inheritdoc/>
        public override string ToString() => $"undecided after {Pairs:N0} pairs: {Completeness}{string.Concat(Unbounded.Select(u => $"; {u}"))}";
    }

    /// <summary>The relation is no simulation. The traces may be included all the same.</summary>
    /// <param name="Failure">Which requirement fails.</param>
    /// <param name="Run">A shortest run of the concrete (or left) system, with the failing step at its end.</param>
    /// <param name="Before">The abstract (or right) state before that step; null where an initial state fails.</param>
    /// <param name="Event">How the mediator maps the event; null is skip.</param>
    /// <param name="After">The abstract (or right) state after it; null where the event is not enabled.</param>
    /// <param name="Exception">What the compiled code threw, if it did.</param>
    public sealed record SimulationFailed(RefinementFailure Failure, Run Run, object? Before, object? Event, object? After, Exception? Exception = null)
        : RefinementVerdict
    {
        /// <inheritdoc/>
        public override string ToString() => string.Join('\n', Lines());

        private IEnumerable<string> Lines()
        {
            yield return $"SIMULATION FAILED  {Reason()}  after {Run.Length} {(Run.Length == 1 ? "event" : "events")}";
            yield return Run.ToString();
            if (Before is not null) yield return $"  abstract before  {ModelText.State(Before)}";
            yield return $"  abstract event   {ModelText.Event(Event)}";
            yield return $"  abstract after   {(After is null ? "none" : ModelText.State(After))}";
        }

        private string Reason() => Failure switch
        {
            RefinementFailure.WitnessNotInitial => "the related state is no initial state of the abstract system",
            RefinementFailure.InitialUnrelated => "an initial state has no related one",
            RefinementFailure.NotEnabled => $"{ModelText.Event(Event)} is not enabled in the abstract state",
            RefinementFailure.Unrelated => "the states after the step are not related",
            RefinementFailure.Hidden => "an enabled event has no counterpart",
            RefinementFailure.NotInverse => "the mediators are not inverse to each other",
            _ => $"{Exception?.GetType().Name}: {ValueText.Of(Exception?.Message)}",
        };
    }
}
