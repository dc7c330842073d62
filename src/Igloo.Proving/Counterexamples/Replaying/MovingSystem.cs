using Igloo.Models;
using Igloo.Proving.Symbolic;

namespace Igloo.Proving.Counterexamples.Replaying;

/// <summary>The system whose state and event a scene shows: the subject, or the environment of a composition.</summary>
internal static class MovingSystem
{
    internal static EventSystem? Of(object subject, DecodedScene scene)
    {
        if (subject is not EventSystem system) return null;
        return new[] { system, subject.GetType().GetProperty("EnvironmentModel")?.GetValue(subject) as EventSystem }
            .FirstOrDefault(s => s is not null && (scene[SceneRole.Before] is not { } before || s.StateType.IsInstanceOfType(before))
                && (scene[SceneRole.Event] is not { } e || s.EventType.IsInstanceOfType(e)));
    }
}
