using Igloo.Proving.Symbolic;

namespace Igloo.Proving.Counterexamples.Decoding;

/// <summary>Scenes told from the side of the system that moves.</summary>
internal static class SceneOrder
{
    /// <summary>
    /// The scene with the moving system in the roles of the concrete one. An equality is proved in both directions, and on the way back
    /// the right system moves.
    /// </summary>
    internal static Scene Normalised(Scene scene)
    {
        if (scene.Entries.Count(e => e.Role == SceneRole.AbstractAfter) < 2) return scene;
        var own = scene.Entries.First(e => e.Role == SceneRole.AbstractAfter);
        return scene with { Entries = [.. scene.Entries.Select(e => e with { Role = ReferenceEquals(e, own) ? SceneRole.After : Other(e.Role) })] };
    }

    private static SceneRole Other(SceneRole role) => role switch
    {
        SceneRole.Before => SceneRole.AbstractBefore,
        SceneRole.Past => SceneRole.AbstractPast,
        SceneRole.AbstractBefore => SceneRole.Before,
        SceneRole.AbstractPast => SceneRole.Past,
        _ => role,
    };
}
