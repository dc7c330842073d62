namespace Igloo.Proving.Logic;

/// <summary>The two quantifiers.</summary>
public enum Quantifier
{
    /// <summary>For all values.</summary>
    ForAll,

    /// <summary>For some value.</summary>
    Exists,
}
