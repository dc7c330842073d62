namespace Igloo.Proving.Symbolic;

/// <summary>What the parts that values play say about them.</summary>
internal static class SceneRoles
{
    /// <summary>Whether the solver chooses the value, rather than that it follows from others.</summary>
    internal static bool IsUnknown(this SceneRole role) => role is not (
        SceneRole.After or SceneRole.PastAfter or SceneRole.AbstractEvent or SceneRole.AbstractAfter or SceneRole.Past or SceneRole.AbstractPast
        or SceneRole.OtherAfter or SceneRole.Following or SceneRole.OtherFollowing);
}
