using System.Collections.Immutable;

namespace Igloo.Proving.Logic;

/// <summary>
/// The question whether closed formulas hold together in some structure, optionally one with bounded universes. Immutable
/// and self-contained: it can be checked, printed, hashed for a cache, and given to another solver.
/// </summary>
public sealed class SatisfiabilityQuery
{
    private readonly Lazy<string> _fingerprint;

    /// <summary>States a query.</summary>
    /// <param name="assertions">Formulas without free variables.</param>
    /// <exception cref="ArgumentException">An assertion is not of sort Bool or has free variables.</exception>
    public SatisfiabilityQuery(IEnumerable<Expression> assertions)
        : this([.. assertions], ImmutableSortedDictionary<string, Sort.Uninterpreted>.Empty, ImmutableSortedDictionary<string, int>.Empty) { }

    private SatisfiabilityQuery(
        ImmutableArray<Expression> assertions,
        ImmutableSortedDictionary<string, Sort.Uninterpreted> boundedSorts,
        ImmutableSortedDictionary<string, int> bounds)
    {
        foreach (var assertion in assertions)
        {
            if (assertion.Sort != Sort.Bool) throw new ArgumentException($"The assertion {assertion} has sort {assertion.Sort}.", nameof(assertions));
            if (!assertion.FreeVariables.IsEmpty)
                throw new ArgumentException($"The assertion {assertion} has free variables: {string.Join(", ", assertion.FreeVariables)}.", nameof(assertions));
        }

        Assertions = assertions;
        BoundedSorts = boundedSorts;
        Bounds = bounds;
        Formulas = [.. assertions, .. boundedSorts.Values.Select(sort => UniverseBound.AtMost(sort, bounds[sort.Name]))];
        _fingerprint = new(() => CanonicalHash.Of(Formulas));
    }

    /// <summary>The assertions, in the order given.</summary>
    public ImmutableArray<Expression> Assertions { get; }

    /// <summary>The assertions and the bounds on universes as formulas: what solvers see.</summary>
    public ImmutableArray<Expression> Formulas { get; }

    /// <summary>
    /// A SHA-256 in hexadecimal over what the query says. Neither the order of the assertions nor the numbers and labels of
    /// bound variables nor sharing within formulas changes it; names of symbols and sorts do.
    /// </summary>
    public string Fingerprint => _fingerprint.Value;

    private ImmutableSortedDictionary<string, Sort.Uninterpreted> BoundedSorts { get; }

    private ImmutableSortedDictionary<string, int> Bounds { get; }

    /// <summary>The same query about structures in which a sort has at most so many elements.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The bound is not positive.</exception>
    public SatisfiabilityQuery WithUniverseBound(Sort.Uninterpreted sort, int bound)
    {
        ArgumentNullException.ThrowIfNull(sort);
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        return new(Assertions, BoundedSorts.SetItem(sort.Name, sort), Bounds.SetItem(sort.Name, bound));
    }

    /// <summary>The same query about structures in which each of the sorts has at most so many elements.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A bound is not positive.</exception>
    public SatisfiabilityQuery WithUniverseBounds(IReadOnlyDictionary<Sort.Uninterpreted, int> bounds)
    {
        ArgumentNullException.ThrowIfNull(bounds);
        return bounds.Aggregate(this, (query, bound) => query.WithUniverseBound(bound.Key, bound.Value));
    }

    /// <summary>Asks Z3, in a context of its own that is gone when this returns.</summary>
    /// <param name="options">What the check may spend; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the check within milliseconds.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="Z3.SolverLibraryException">libz3 is missing or unusable.</exception>
    /// <exception cref="Z3.SolverException">Z3 failed.</exception>
    public SatisfiabilityResult Check(SolverOptions? options = null, CancellationToken cancellationToken = default) =>
        SolverSession.Check(this, options ?? SolverOptions.Default, cancellationToken);

    /// <summary>The query in SMT-LIB 2, the same text in every run; <c>z3</c> and <c>cvc5</c> accept it.</summary>
    public string ToSmtLib() => SmtLibPrinter.Print(this);
}
