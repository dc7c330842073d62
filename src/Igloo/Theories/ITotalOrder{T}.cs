using Igloo.Models;
using static Igloo.Models.Logic;

namespace Igloo.Theories;

/// <summary>A strict total order.</summary>
/// <typeparam name="T">The ordered values.</typeparam>
public interface ITotalOrder<T> : ITheory
    where T : notnull
{
    /// <summary>Whether <paramref name="a"/> comes strictly before <paramref name="b"/>.</summary>
    /// <param name="a">The supposedly smaller value.</param>
    /// <param name="b">The supposedly larger value.</param>
    bool Less(T a, T b);

    /// <summary>Nothing is less than itself.</summary>
    [Axiom]
    bool LessIsIrreflexive(T a) => !Less(a, a);

    /// <summary>Less is transitive.</summary>
    [Axiom]
    bool LessIsTransitive(T a, T b, T c) => Implies(Less(a, b) && Less(b, c), Less(a, c));

    /// <summary>Two different values are ordered.</summary>
    [Axiom]
    bool LessIsTotal(T a, T b) => a.Equals(b) || Less(a, b) || Less(b, a);
}
