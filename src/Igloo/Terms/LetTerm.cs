namespace Igloo.Terms;

/// <summary>A local: the body with the variable standing for the value.</summary>
/// <param name="variable">The local.</param>
/// <param name="value">Its value.</param>
/// <param name="body">Where it is used.</param>
public sealed class LetTerm(VariableTerm variable, Term value, Term body) : Term(body.Type)
{
    /// <summary>The local.</summary>
    public VariableTerm Variable { get; } = variable;

    /// <summary>Its value.</summary>
    public Term Value { get; } = value;

    /// <summary>Where it is used.</summary>
    public Term Body { get; } = body;

    /// <summary>Whether the value is computed even if it is not used, as C# does with locals. A value that is not eager need not be defined where it is not used.</summary>
    public bool IsEager { get; init; }
}
