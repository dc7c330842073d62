using System.Collections.Immutable;
using Igloo.Exploring;
using Igloo.Models;
using Igloo.Values;

namespace Igloo.Viewing.Charts;

/// <summary>
/// The participants of a system that is no composition: the elements of the sort that the first parameters of its events range over.
/// An event without such a parameter is the system's own.
/// </summary>
internal sealed class Parameters : Participants
{
    private const int MostLanes = 24;

    private readonly Type? sort;
    private readonly List<object> elements;

    public Parameters(EventSystem system, Universe universe)
    {
        sort = system.EventType.GetNestedTypes()
            .SelectMany(@case => @case.GetConstructors())
            .SelectMany(constructor => constructor.GetParameters())
            .Select(p => p.ParameterType)
            .FirstOrDefault(IsSort);
        elements = sort is null ? [] : [.. universe.Values(sort).Take(MostLanes)];
        Lanes = [new Lane(Name(system), true), .. elements.Select(e => new Lane($"{sort!.Name} {ValueText.Of(e)}", false))];
    }

    public override ImmutableArray<Lane> Lanes { get; }

    public override string? Note => sort is null
        ? "This model is no composition and its events name nobody, so there is one lane."
        : $"This model is no composition: an event stands on the lane of its first parameter of type {sort.Name}.";

    public override ChartRow Row(object e) =>
        FirstParameter(e) is { } first && elements.IndexOf(first) is >= 0 and var lane ? OfComponent(lane + 1, e, e) : OfEnvironment(e, e);

    private static object? FirstParameter(object e) =>
        ModelText.Fields(e).Select(f => f.Value).FirstOrDefault(v => v is not null && IsSort(v.GetType()));

    private static bool IsSort(Type type) => type.IsDefined(typeof(SortAttribute), inherit: false);
}
