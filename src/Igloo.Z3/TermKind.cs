namespace Igloo.Z3;

/// <summary>The kinds of syntax trees (<c>Z3_ast_kind</c>) that occur as terms.</summary>
public enum TermKind
{
    /// <summary>A numeral.</summary>
    Numeral = 0,

    /// <summary>A function applied to arguments, or a constant.</summary>
    Application = 1,

    /// <summary>A bound variable, by de Bruijn index.</summary>
    Variable = 2,

    /// <summary>A quantified formula.</summary>
    Quantifier = 3,
}
