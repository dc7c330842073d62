using Igloo.Terms;

namespace Igloo.Exploring;

/// <summary>
/// A parameter of an event, or one that a property quantifies over, that may have values that were not tried: no condition of <c>Next</c> bounds it and its type has no finite list of values, or a condition
/// may hold for values that the list lacks.
/// </summary>
/// <param name="Place">The parameter: <c>Increment.By</c>.</param>
/// <param name="Type">Its type.</param>
/// <param name="Source">The arm of <c>Next</c>, where it is known.</param>
/// <param name="Values">How many values were tried in place of all; 0 where there was nothing to try.</param>
public sealed record UnboundedParameter(string Place, Type Type, SourceSpan? Source, int Values)
{
    /// <summary>The condition that may hold for values which the list of the type lacks and which could not be derived from it; null where nothing bounds the parameter.</summary>
    public string? Condition { get; init; }

    /// <summary>Whether it is no parameter of an event but one that a property quantifies over.</summary>
    public bool IsQuantified { get; init; }

    /// <summary>What is missing and what to add.</summary>
    public override string ToString()
    {
        var type = TypeText.Of(Type);
        var name = Place[(Place.LastIndexOf('.') + 1)..];
        if (IsQuantified)
        {
            return $"{(Source is null ? "" : $"{Source}: ")}the property quantifies over all {name} of type {type}, and only {Values} values of {Place} were tried. Add a premise that bounds {name}, "
                + $"such as membership in a set of the state, a comparison with a value, or, of an integer, a lower and an upper bound; or give all its values: universe.With<{type}>(...).";
        }

        if (Condition is not null)
        {
            return $"{(Source is null ? "" : $"{Source}: ")}{Place} of type {type} may have other values than the {Values} that the domain lists: whether {Condition} holds for them is not known. "
                + $"Add those that it holds for to the domain, or a conjunct that names them, such as an equality {name} == ... or membership in a set of the state.";
        }

        var tried = Values == 0 ? "" : $" Only {Values} values were tried.";
        return $"{(Source is null ? "" : $"{Source}: ")}nothing bounds {Place} of type {type}.{tried} Add a conjunct to the guard that does, such as membership in a set of the state "
            + $"(s.Sent.Contains({name})), a comparison with a value, or, of an integer, a lower and an upper bound; or give its values: universe.With<{type}>(...).";
    }
}
