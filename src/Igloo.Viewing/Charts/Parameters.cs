using System.Collections.Immutable;
using Igloo.Exploring;
using Igloo.Models;
using Igloo.Values;

namespace Igloo.Viewing.Charts;

/// <summary>
/// The participants of a system that is no composition: the elements of the sorts that the first parameters of its events range over.
/// An event without such a parameter is the system's own.
/// </summary>
internal sealed class Parameters : Participants
{
    private const int MostLanes = 24;

    private readonly List<object> elements;
    private readonly int first;

    public Parameters(EventSystem system, Universe universe)
    {
        var sorts = system.EventType.GetNestedTypes()
            .Where(@case => @case.IsSubclassOf(system.EventType))
            .Select(@case => @case.GetConstructors().SelectMany(c => c.GetParameters()).Select(p => p.ParameterType).FirstOrDefault(IsSort))
            .Distinct()
            .ToArray();
        var all = sorts.OfType<Type>().SelectMany(universe.Values).ToArray();
        elements = [.. all.Take(MostLanes)];
        first = all.Length > MostLanes || sorts.Length == 0 || sorts.Contains(null) ? 1 : 0;
        Lanes = [.. Enumerable.Repeat(new Lane(Name(system), true), first), .. elements.Select(e => new Lane($"{e.GetType().Name} {ValueText.Of(e)}", false))];
    }

    public override ImmutableArray<Lane> Lanes { get; }

    public override string? Note => elements.Count == 0
        ? "This model is no composition and its events name nobody, so there is one lane."
        : "This model is no composition: an event stands on the lane of its first parameter.";

    public override ChartRow Row(object e) =>
        FirstParameter(e) is { } participant && elements.IndexOf(participant) is >= 0 and var lane ? OfComponent(first + lane, e, e) : OfEnvironment(e, e);

    private static object? FirstParameter(object e) => ModelText.Fields(e).Select(f => f.Value).FirstOrDefault(v => v is not null && IsSort(v.GetType()));

    private static bool IsSort(Type type) => type.IsDefined(typeof(SortAttribute), inherit: false);
}
