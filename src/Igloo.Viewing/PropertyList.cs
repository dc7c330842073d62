using System.Collections.Immutable;
using Igloo.Exploring;
using Igloo.Viewing.Walking;

namespace Igloo.Viewing;

/// <summary>The properties of a system with their values on a run.</summary>
internal static class PropertyList
{
    /// <summary>Every property with its value at the current place of a run.</summary>
    public static ImmutableArray<PropertyView> Of(Itinerary run, ImmutableArray<ModelProperty> properties)
    {
        var first = new Dictionary<ModelProperty, int>();
        for (var i = run.Positions.Length - 1; i >= 0; i--)
        {
            foreach (var value in run.Positions[i].Values.Where(IsRemarkable)) first[value.Property] = i;
        }

        var here = run.Current.Values.ToDictionary(v => v.Property);
        return [.. properties.Select(p => Of(p, here.GetValueOrDefault(p), first.TryGetValue(p, out var i) ? i : null, run.Path))];
    }

    private static bool IsRemarkable(PropertyValue value) => value.IsViolated || (value.Property.Kind == PropertyKind.Goal && value.Holds == true);

    private static PropertyView Of(ModelProperty property, PropertyValue? value, int? first, ViewPath path) => new(
        property.Name,
        KindOf(property),
        property.Summary,
        property.Source?.ToString(),
        StatusOf(value),
        value?.Obstacle ?? (value is { Arguments.IsEmpty: false } ? string.Join(", ", value.Arguments) : ""),
        first,
        first is { } place ? path.LookingAt(place).ToString() : null);

    private static string KindOf(ModelProperty property) => property.Kind switch
    {
        PropertyKind.Invariant => "invariant",
        PropertyKind.Lemma => "lemma",
        PropertyKind.StepProperty => "step property",
        PropertyKind.TraceProperty => "trace property",
        PropertyKind.Goal => "goal",
        PropertyKind.Terminal => "a run may end",
        var other => other.ToString().ToLowerInvariant(),
    };

    private static PropertyStatus StatusOf(PropertyValue? value) => value switch
    {
        null => PropertyStatus.NoStep,
        { Holds: null } => PropertyStatus.Unknown,
        { Property.Kind: PropertyKind.Goal or PropertyKind.Terminal, Holds: true } => PropertyStatus.Reached,
        { Property.Kind: PropertyKind.Goal or PropertyKind.Terminal } => PropertyStatus.NotReached,
        { Holds: true } => PropertyStatus.Holds,
        _ => PropertyStatus.Violated,
    };
}
