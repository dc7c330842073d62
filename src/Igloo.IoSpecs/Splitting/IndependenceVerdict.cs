namespace Igloo.IoSpecs.Splitting;

/// <summary>Whether the two sides of a split are independent. Decided by running an instance: evidence of the kind Instance, no proof.</summary>
public abstract record IndependenceVerdict
{
    private IndependenceVerdict()
    {
    }

    /// <summary>They are, in every reachable state and for every given action.</summary>
    /// <param name="States">The number of reachable states.</param>
    public sealed record Independent(int States) : IndependenceVerdict
    {
        /// <inheritdoc/>
        public override string ToString() => $"independent in all {States:N0} reachable states of this instance";
    }

    /// <summary>They are not.</summary>
    /// <param name="State">A reachable state.</param>
    /// <param name="Action">An action of one side.</param>
    /// <param name="On">The action of the other side on which it depends.</param>
    /// <param name="Dependence">How.</param>
    public sealed record Dependent(object State, IoAction Action, IoAction On, Dependence Dependence) : IndependenceVerdict
    {
        /// <inheritdoc/>
        public override string ToString() => Dependence switch
        {
            Dependence.Enabled => $"{On} enables {Action} in {State}",
            Dependence.Disabled => $"{On} disables {Action} in {State}",
            _ => $"{On} and {Action} do not commute in {State}",
        };
    }

    /// <summary>There were more states than the search may visit. No claim.</summary>
    /// <param name="States">The number of states visited.</param>
    public sealed record Undecided(int States) : IndependenceVerdict
    {
        /// <inheritdoc/>
        public override string ToString() => $"undecided after {States:N0} states";
    }
}
