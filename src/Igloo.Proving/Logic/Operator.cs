namespace Igloo.Proving.Logic;

/// <summary>The interpreted operators, with the meaning they have in SMT-LIB 2 (theories Core and Ints).</summary>
public enum Operator
{
    /// <summary>Negation.</summary>
    Not,

    /// <summary>Conjunction of two or more.</summary>
    And,

    /// <summary>Disjunction of two or more.</summary>
    Or,

    /// <summary>Implication.</summary>
    Implies,

    /// <summary>Equivalence of two formulas.</summary>
    Iff,

    /// <summary>The second operand if the first is true, else the third.</summary>
    IfThenElse,

    /// <summary>Equality of two terms of a sort other than Bool.</summary>
    Equal,

    /// <summary>All of three or more terms are different from one another.</summary>
    Distinct,

    /// <summary>Sum of two or more.</summary>
    Add,

    /// <summary>Difference of two.</summary>
    Subtract,

    /// <summary>Product of two or more.</summary>
    Multiply,

    /// <summary>Additive inverse.</summary>
    Negate,

    /// <summary>Euclidean quotient: the remainder is never negative. Unspecified for divisor 0.</summary>
    Divide,

    /// <summary>Euclidean remainder, from 0 to |divisor| - 1. Unspecified for divisor 0.</summary>
    Modulo,

    /// <summary>Less than.</summary>
    Less,

    /// <summary>Less than or equal.</summary>
    LessOrEqual,
}
