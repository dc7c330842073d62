using Igloo.Exploring.Refining;
using Igloo.Models;

namespace Igloo.Exploring;

/// <summary>Checks refinements and equalities on finite instances, through the compiled code.</summary>
/// <remarks>
/// Searches are keyed by the pair of concrete and abstract state. Keyed by the concrete state alone they would miss a violation
/// behind a concrete state that is reached in two ways.
/// </remarks>
public static class RefinementCheck
{
    /// <summary>Checks that the relation is a simulation along every run of the concrete system.</summary>
    /// <param name="refinement">The refinement.</param>
    /// <param name="universe">What events range over.</param>
    /// <param name="options">Limits; none by default.</param>
    public static RefinementVerdict Explore(Refinement refinement, Universe universe, ExplorationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(refinement);
        ArgumentNullException.ThrowIfNull(universe);
        return Explore(new PairSearch(new SimulationRules(refinement, universe), Checked(options)));
    }

    /// <summary>Checks that both systems simulate each other and that the mediators are inverse to each other and hide nothing.</summary>
    /// <param name="equality">The equality.</param>
    /// <param name="universe">What events range over.</param>
    /// <param name="options">Limits; none by default.</param>
    public static RefinementVerdict Explore(Equality equality, Universe universe, ExplorationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(equality);
        ArgumentNullException.ThrowIfNull(universe);
        return Explore(new PairSearch(new EqualityRules(equality, universe), Checked(options)));
    }

    /// <summary>Checks an instance of a refinement or of an equality.</summary>
    /// <param name="instance">The instance.</param>
    /// <param name="options">Limits; none by default.</param>
    /// <exception cref="ArgumentException">The instance is neither.</exception>
    public static RefinementVerdict Explore(Instance instance, ExplorationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(instance);
        return instance.Model is Equality equality
            ? Explore(equality, instance.Universe, options)
            : Explore(instance.As<Refinement>(), instance.Universe, options);
    }

    /// <summary>Checks that traces are included through the mediator, whatever the relation.</summary>
    /// <param name="refinement">The refinement.</param>
    /// <param name="universe">What events range over.</param>
    /// <param name="options">Limits; none by default.</param>
    public static InclusionVerdict Inclusion(Refinement refinement, Universe universe, ExplorationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(refinement);
        ArgumentNullException.ThrowIfNull(universe);
        var search = new InclusionSearch(refinement, universe, Checked(options));
        search.Explore();
        return search.Verdict;
    }

    /// <summary>Checks that the traces of an instance of a refinement are included through the mediator, whatever the relation.</summary>
    /// <param name="instance">The instance.</param>
    /// <param name="options">Limits; none by default.</param>
    /// <exception cref="ArgumentException">The instance is no refinement.</exception>
    public static InclusionVerdict Inclusion(Instance instance, ExplorationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(instance);
        return Inclusion(instance.As<Refinement>(), instance.Universe, options);
    }

    /// <summary>Looks for a shortest run of the concrete (left) system that ends in a pair of states, such as those before a step that a proof refutes.</summary>
    /// <param name="refinement">The refinement.</param>
    /// <param name="universe">What events range over. Maps in states are compared on it, whatever their defaults.</param>
    /// <param name="concrete">The concrete state.</param>
    /// <param name="abstract">The abstract state.</param>
    /// <param name="options">Limits; none by default.</param>
    /// <remarks>Requirements that fail on the way don't end the search; steps without a counterpart lead to no pair.</remarks>
    public static StateQuery FindPair(Refinement refinement, Universe universe, object concrete, object @abstract, ExplorationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(refinement);
        ArgumentNullException.ThrowIfNull(universe);
        return Find(new PairSearch(new SimulationRules(refinement, universe), Checked(options), Is(universe, concrete, @abstract)));
    }

    /// <summary>Looks for a shortest run that ends in a pair of states of an equality.</summary>
    /// <param name="equality">The equality.</param>
    /// <param name="universe">What events range over. Maps in states are compared on it, whatever their defaults.</param>
    /// <param name="left">The left state.</param>
    /// <param name="right">The right state.</param>
    /// <param name="options">Limits; none by default.</param>
    /// <remarks>Requirements that fail on the way don't end the search; steps without a counterpart lead to no pair.</remarks>
    public static StateQuery FindPair(Equality equality, Universe universe, object left, object right, ExplorationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(equality);
        ArgumentNullException.ThrowIfNull(universe);
        return Find(new PairSearch(new EqualityRules(equality, universe), Checked(options), Is(universe, left, right)));
    }

    private static Func<Pair, bool> Is(Universe universe, object concrete, object @abstract) =>
        pair => universe.Same(pair.Concrete, concrete) && universe.Same(pair.Abstract, @abstract);

    private static ExplorationOptions Checked(ExplorationOptions? options)
    {
        options ??= ExplorationOptions.Unlimited;
        options.ValidateForPairs();
        return options;
    }

    private static RefinementVerdict Explore(PairSearch search)
    {
        search.Explore();
        return search.Verdict;
    }

    private static StateQuery Find(PairSearch search)
    {
        search.Explore();
        return search.Found is { } run ? new StateQuery.Reached(run) : new StateQuery.NotReached(search.Completeness, search.Visited);
    }
}
