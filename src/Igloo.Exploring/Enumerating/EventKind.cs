using System.Collections.Concurrent;
using System.Reflection;
using Igloo.Components;
using Igloo.Models;

namespace Igloo.Exploring.Enumerating;

/// <summary>
/// A case of an event hierarchy, and the case of the event that it carries: in a composition every event of a component counts, or
/// one that never happens would go unseen.
/// </summary>
internal readonly record struct EventKind(Type Case, Type? Carried)
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo?> Carriers = new();

    /// <summary>The name, as in <c>Internal(Setup)</c>.</summary>
    public string Name => Carried is null ? Short(Case) : $"{Short(Case)}({Short(Carried)})";

    /// <summary>The kind of an event.</summary>
    public static EventKind Of(object e) => new(e.GetType(), CarrierOf(e.GetType())?.GetValue(e)?.GetType());

    /// <summary>The kinds of a hierarchy. I/O events of components happen as events of the environment, so they are left out.</summary>
    public static IEnumerable<EventKind> All(Type hierarchy) => CasesOf(hierarchy)
        .SelectMany(c => CarrierOf(c) is { } carrier ? CasesOf(carrier.PropertyType).Where(own => !own.IsDefined(typeof(IoAttribute))).Select(own => new EventKind(c, own)) : [new EventKind(c, null)]);

    private static IEnumerable<Type> CasesOf(Type hierarchy) => hierarchy.IsAbstract ? Shape.CasesOf(hierarchy) : [hierarchy];

    private static PropertyInfo? CarrierOf(Type @case) => Carriers.GetOrAdd(@case, static c => Find(c));

    private static PropertyInfo? Find(Type @case) =>
        @case.GetProperties().FirstOrDefault(p => p.PropertyType.IsAbstract && p.PropertyType.DeclaringType is { } owner && owner.IsAssignableTo(typeof(EventSystem)) && IsEventOf(p.PropertyType, owner));

    private static bool IsEventOf(Type hierarchy, Type owner) =>
        owner.BaseOf(typeof(EventSystem<,>))?.GetGenericArguments()[1] is { } declared
        && declared.Name == hierarchy.Name && declared.DeclaringType?.Name == hierarchy.DeclaringType?.Name;

    private static string Short(Type type) => type.Name.Split('`')[0];
}
