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
        var parts = new Dictionary<(string Parameter, Type Case), Dictionary<string, object?>>();
        return Fits(Component, index, values, parts) && Fits(Own, e, values, parts) && parts.All(p => IsBuilt(p.Key.Parameter, p.Key.Case, p.Value, values)) ? values : null;
    }

    // Of Deliver(Party.OfClient(var at), var m) the component is a part of the parameter: all parts together are the parameter.
    private static bool IsBuilt(string parameter, Type caseType, Dictionary<string, object?> parts, Dictionary<string, object?> values)
    {
        if (Fields(caseType) is not { } fields || caseType.IsAbstract || !fields.All(f => parts.ContainsKey(f.Name))) return true;
        var constructor = caseType.Kept().GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        if (!constructor.GetParameters().All(p => parts[p.Name!] is not { } part || p.ParameterType.IsInstanceOfType(part))) return false;
        return Fix(values, parameter, constructor.Invoke([.. fields.Select(f => parts[f.Name])]));
    }

    private static bool Fix(Dictionary<string, object?> values, string name, object? value) => values.TryAdd(name, value) || Equals(values[name], value);

    // What is neither a parameter nor built from parameters fixes nothing; whether it fits is decided by χ itself afterwards.
    private bool Fits(Term pattern, object? value, Dictionary<string, object?> values, Dictionary<(string Parameter, Type Case), Dictionary<string, object?>> parts)
    {
        switch (Plain(pattern))
        {
            case FieldTerm field when ReferenceEquals(Plain(field.Target), E):
                return Fix(values, field.Name, value);
            case FieldTerm part when Plain(part.Target) is FieldTerm field && ReferenceEquals(Plain(field.Target), E):
                var key = (field.Name, part.Target.Type);
                return Fix(parts.TryGetValue(key, out var known) ? known : parts[key] = new(StringComparer.Ordinal), part.Name, value);
            case ConstructTerm construct when value is not null && Fields(construct.Type) is { } fields:
                if (!construct.Type.IsInstanceOfType(value)) return false;
                return fields.Length != construct.Arguments.Length || fields.Zip(construct.Arguments).All(f => Fits(f.Second, f.First.GetValue(value), values, parts));
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
