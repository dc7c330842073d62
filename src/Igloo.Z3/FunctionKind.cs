namespace Igloo.Z3;

/// <summary>The kinds of function declarations (<c>Z3_decl_kind</c>) that occur in the models of our queries.</summary>
public enum FunctionKind
{
    /// <summary>True.</summary>
    True = 0x100,

    /// <summary>False.</summary>
    False = 0x101,

    /// <summary>Equality.</summary>
    Equal = 0x102,

    /// <summary>Pairwise difference.</summary>
    Distinct = 0x103,

    /// <summary>If-then-else.</summary>
    IfThenElse = 0x104,

    /// <summary>Conjunction.</summary>
    And = 0x105,

    /// <summary>Disjunction.</summary>
    Or = 0x106,

    /// <summary>Equivalence.</summary>
    Iff = 0x107,

    /// <summary>Exclusive disjunction.</summary>
    Xor = 0x108,

    /// <summary>Negation.</summary>
    Not = 0x109,

    /// <summary>Implication.</summary>
    Implies = 0x10a,

    /// <summary>Less than or equal.</summary>
    LessOrEqual = 0x202,

    /// <summary>Greater than or equal.</summary>
    GreaterOrEqual = 0x203,

    /// <summary>Less than.</summary>
    Less = 0x204,

    /// <summary>Greater than.</summary>
    Greater = 0x205,

    /// <summary>Sum.</summary>
    Add = 0x206,

    /// <summary>Difference.</summary>
    Subtract = 0x207,

    /// <summary>Additive inverse.</summary>
    Negate = 0x208,

    /// <summary>Product.</summary>
    Multiply = 0x209,

    /// <summary>Euclidean quotient.</summary>
    Divide = 0x20b,

    /// <summary>Euclidean remainder.</summary>
    Modulo = 0x20d,
}
