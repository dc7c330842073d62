namespace Igloo.Terms;

/// <summary>A local: the body with the variable standing for the value. Lazy: a value that is not used need not be defined.</summary>
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
}
