using Igloo.Models;

namespace Igloo.Exploring;

/// <summary>A system that is made at run time and follows another one: it enables an event only where the other does, so that its events are derived from the other's terms.</summary>
public interface IShadowSystem
{
    /// <summary>The system that it follows; with the same events.</summary>
    EventSystem Followed { get; }

    /// <summary>The state of the followed system.</summary>
    /// <param name="state">A state of this system.</param>
    object FollowedState(object state);
}
