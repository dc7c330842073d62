using System.Collections.Immutable;
using System.Reflection;
using Igloo.Components;
using Igloo.Exploring.Enumerating;
using Igloo.Models;
using Igloo.Values;

namespace Igloo.Exploring.Liveness;

/// <summary>The fairness that a system declares, and which events count for which assumption.</summary>
internal sealed class DeclaredFairness
{
    private readonly EventSystem system;
    private readonly Dictionary<FairnessAssumption, int> indexes = [];

    private DeclaredFairness(EventSystem system, IReadOnlyList<object> events)
    {
        this.system = system;
        ByEvent = [.. events.Select(e => AssumptionsOn(e).Select(IndexOf).Distinct().ToArray())];
        Assumptions = [.. indexes.OrderBy(a => a.Value).Select(a => a.Key)];
    }

    /// <summary>All assumptions.</summary>
    public ImmutableArray<FairnessAssumption> Assumptions { get; }

    /// <summary>For each event the indexes of the assumptions that a step with it serves.</summary>
    public ImmutableArray<int[]> ByEvent { get; }

    public static DeclaredFairness Of(EventSystem system, IReadOnlyList<object> events) => new(system, events);

    private IEnumerable<FairnessAssumption> AssumptionsOn(object e) =>
        OfSystem(system.GetType(), TypeText.Of(system.GetType()))
            .Concat(OfCase(e, ""))
            .Concat(system is IComposition composition ? composition.Participants(e).SelectMany(OfParticipant) : []);

    private static IEnumerable<FairnessAssumption> OfParticipant(Participant participant)
    {
        var part = TypeText.Of(participant.System.GetType()) + (participant.Index is null ? "" : $" {ValueText.Of(participant.Index)}");
        return OfSystem(participant.System.GetType(), part).Concat(OfCase(participant.Event, $"{part}: "));
    }

    private static IEnumerable<FairnessAssumption> OfSystem(Type type, string name)
    {
        if (type.IsDefined(typeof(WeaklyFairAttribute))) yield return new(name, IsStrong: false);
        if (type.IsDefined(typeof(StronglyFairAttribute))) yield return new(name, IsStrong: true);
    }

    private static IEnumerable<FairnessAssumption> OfCase(object e, string prefix)
    {
        var type = e.GetType();
        if (type.GetCustomAttribute<WeaklyFairAttribute>() is { } weak) yield return new(prefix + Name(e, weak.Per), IsStrong: false);
        if (type.GetCustomAttribute<StronglyFairAttribute>() is { } strong) yield return new(prefix + Name(e, strong.Per), IsStrong: true);
    }

    private static string Name(object e, string[]? per)
    {
        if (per is null) return ModelText.Event(e);
        var type = e.GetType();
        var distinguished = per.Select(name => $"{name}: {ValueText.Of(Parameter(type, name).GetValue(e))}");
        return per.Length == 0 ? type.Name : $"{type.Name}({string.Join(", ", distinguished)})";
    }

    private static PropertyInfo Parameter(Type type, string name) =>
        Shape.ConstructorOf(type)?.GetParameters().FirstOrDefault(p => p.Name == name) is { } parameter
            ? Shape.PropertyOf(type, parameter)!
            : throw new InvalidOperationException($"{TypeText.Of(type)} is fair per '{name}', but has no parameter of this name.");

    private int IndexOf(FairnessAssumption assumption)
    {
        if (!indexes.TryGetValue(assumption, out var index)) indexes.Add(assumption, index = indexes.Count);
        return index;
    }
}
