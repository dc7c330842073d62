using Igloo.Models;
using Igloo.Proving.Symbolic;

namespace Igloo.Proving.Counterexamples.Replaying;

/// <summary>Pasts of an event type that is only known at run time.</summary>
internal static class Pasts
{
    /// <summary>The past of an initial state.</summary>
    internal static object Empty(EventSystem system) =>
        typeof(Past<>).MakeGenericType(system.EventType).GetProperty(nameof(Past<>.Empty))!.GetValue(null)!;

    /// <summary>The past after the event of a scene; null where the scene has no past.</summary>
    internal static object? After(EventSystem system, DecodedScene scene) =>
        scene[SceneRole.Past] is { } past && scene[SceneRole.Event] is { } e
            ? typeof(Past<>).MakeGenericType(system.EventType).GetMethod(nameof(Past<>.Add))!.Invoke(past, [e])
            : scene[SceneRole.PastAfter];
}
