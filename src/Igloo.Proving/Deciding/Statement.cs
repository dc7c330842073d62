using System.Collections.Immutable;
using Igloo.Proving.Symbolic;
using Igloo.Proving.Logic;
using Igloo.Terms;

namespace Igloo.Proving.Deciding;

/// <summary>What an obligation states, in the form in which it is decided: a closed set of cases.</summary>
/// <param name="Scene">What the symbols mean.</param>
internal abstract record Statement(Scene Scene)
{
    /// <summary>All goals follow from the hypotheses.</summary>
    /// <param name="Scene">What the symbols mean.</param>
    /// <param name="Hypotheses">What all goals may assume.</param>
    /// <param name="Goals">What follows, each decided by a query of its own.</param>
    internal sealed record Valid(Scene Scene, ImmutableArray<Expression> Hypotheses, ImmutableArray<Goal> Goals) : Statement(Scene)
    {
        /// <summary>Lengths and counts that are to be small in a counterexample.</summary>
        internal ImmutableArray<CountTerm> Counts { get; init; } = [];

        /// <summary>Sets that are to be finite in a counterexample.</summary>
        internal ImmutableArray<Extent> Extents { get; init; } = [];
    }

    /// <summary>Some world satisfies the formulas.</summary>
    /// <param name="Scene">What the symbols mean.</param>
    /// <param name="Formulas">The formulas.</param>
    /// <param name="Failure">What to say if there is none.</param>
    internal sealed record Possible(Scene Scene, ImmutableArray<Expression> Formulas, string Failure) : Statement(Scene);

    /// <summary>Running the compiled model finds no violation.</summary>
    /// <param name="Scene">Empty.</param>
    /// <param name="FindViolation">Runs it; null if there is none.</param>
    internal sealed record Executed(Scene Scene, Func<CancellationToken, string?> FindViolation) : Statement(Scene);

    /// <summary>A class says something that no formula says.</summary>
    /// <param name="Scene">Empty.</param>
    /// <param name="Reason">What it is, and what to write instead.</param>
    internal sealed record Unencodable(Scene Scene, string Reason) : Statement(Scene);

    /// <summary>The model says too little for it to be decided.</summary>
    /// <param name="Scene">Empty.</param>
    /// <param name="Reason">What is missing.</param>
    /// <param name="Advice">What to write.</param>
    internal sealed record Unstated(Scene Scene, string Reason, string Advice) : Statement(Scene);

    /// <summary>One goal.</summary>
    /// <param name="Assumptions">What it may assume besides the hypotheses.</param>
    /// <param name="Conclusion">What follows.</param>
    /// <param name="Clause">The user's clause that it comes from, if it is one.</param>
    /// <param name="Label">What it means that this one fails.</param>
    internal sealed record Goal(ImmutableArray<Expression> Assumptions, Expression Conclusion, Term? Clause, string Label)
    {
        /// <summary>Values that occur in this goal only: quantified parameters.</summary>
        internal ImmutableArray<Scene.Entry> Parameters { get; init; } = [];
    }
}
