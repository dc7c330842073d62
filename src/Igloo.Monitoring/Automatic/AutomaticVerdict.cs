namespace Igloo.Monitoring.Automatic;

/// <summary>Whether hidden events may be run eagerly: a closed set.</summary>
public abstract record AutomaticVerdict
{
    /// <summary>In all states that were explored hidden events end, end in one state, and take nothing away.</summary>
    /// <param name="States">How many states.</param>
    /// <param name="IsComplete">
    /// Whether these are all reachable states over the values that occur; if not, the search was cut. Either way it is evidence for this
    /// instance, no proof for others.
    /// </param>
    public sealed record Holds(int States, bool IsComplete) : AutomaticVerdict
    {
        /// <inheritdoc/>
        public override string ToString() => IsComplete
            ? $"they end, in one state, and take nothing away, in all {States} states over the values that occur."
            : $"they end, in one state, and take nothing away, in the first {States} states; what lies beyond was not looked at.";
    }

    /// <summary>Hidden events may go on for ever.</summary>
    /// <param name="State">A state to which they return.</param>
    public sealed record DoesNotEnd(string State) : AutomaticVerdict
    {
        /// <inheritdoc/>
        public override string ToString() => $"they go on for ever, and return to {State}.";
    }

    /// <summary>Hidden events end in different states, so that following one of them would lose the others.</summary>
    /// <param name="State">Where they begin.</param>
    /// <param name="First">One end.</param>
    /// <param name="Second">Another.</param>
    public sealed record IsNotConfluent(string State, string First, string Second) : AutomaticVerdict
    {
        /// <inheritdoc/>
        public override string ToString() => $"from {State} they end in {First} or in {Second}, depending on their order.";
    }

    /// <summary>Hidden events take an event away, or change what it does.</summary>
    /// <param name="State">Where they begin.</param>
    /// <param name="Event">The event.</param>
    public sealed record TakesAway(string State, string Event) : AutomaticVerdict
    {
        /// <inheritdoc/>
        public override string ToString() => $"from {State} they take {Event} away, or change what it does.";
    }
}
