using System.Reflection;
using Igloo.Terms;
using Igloo.Trimming;

namespace Igloo.Monitoring.Runs;

/// <summary>One case of the environment's events, with the component and the event that χ names for it.</summary>
/// <param name="Case">The case.</param>
/// <param name="Component">The component, over the parameters of the case.</param>
/// <param name="Own">The component's event, over the parameters of the case.</param>
/// <param name="Plain">Resolves variables.</param>
/// <param name="E">The variable that stands for the environment's event.</param>
internal sealed record PartnerPattern(Type Case, Term Component, Term Own, Func<Term, Term> Plain, VariableTerm E)
{
    /// <summary>The parameters of the environment's event that the component and its event fix.</summary>
    /// <returns>The values by name; null if the pattern fits no such event.</returns>
    public Dictionary<string, object?>? Match(object index, object e)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        return Fits(Component, index, values) && Fits(Own, e, values) ? values : null;
    }

    // What is neither a parameter nor built from parameters fixes nothing; whether it fits is decided by χ itself afterwards.
    private bool Fits(Term pattern, object? value, Dictionary<string, object?> values)
    {
        switch (Plain(pattern))
        {
            case FieldTerm field when ReferenceEquals(Plain(field.Target), E):
                return values.TryAdd(field.Name, value) || Equals(values[field.Name], value);
            case ConstructTerm construct when value is not null && Fields(construct.Type) is { } fields:
                if (!construct.Type.IsInstanceOfType(value)) return false;
                return fields.Length != construct.Arguments.Length || fields.Zip(construct.Arguments).All(f => Fits(f.Second, f.First.GetValue(value), values));
            default:
                return true;
        }
    }

    private static PropertyInfo[]? Fields(Type type)
    {
        if (type.Kept().GetConstructors().MaxBy(c => c.GetParameters().Length) is not { } constructor) return null;
        PropertyInfo[] fields = [.. constructor.GetParameters().Select(p => type.Kept().GetProperty(p.Name!)).OfType<PropertyInfo>()];
        return fields.Length == constructor.GetParameters().Length ? fields : null;
    }
}
