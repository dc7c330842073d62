using System.Collections.Immutable;

namespace Igloo.Proving.Symbolic;

/// <summary>What the symbols of a query stand for: the cast of a counterexample.</summary>
/// <param name="Vocabulary">The sorts and symbols with the C# types they stand for.</param>
/// <param name="Entries">The values in the order of the story.</param>
/// <param name="Theories">The theories that are assumed.</param>
public sealed record Scene(Vocabulary Vocabulary, ImmutableArray<Scene.Entry> Entries, ImmutableArray<SymbolicValue.TheoryReference> Theories)
{
    /// <summary>A value on the scene.</summary>
    /// <param name="Role">What part it plays.</param>
    /// <param name="Name">Its name for people.</param>
    /// <param name="Type">Its C# type.</param>
    /// <param name="Value">The value.</param>
    public sealed record Entry(SceneRole Role, string Name, Type Type, SymbolicValue Value);

    /// <summary>The first value in a role, or null.</summary>
    /// <param name="role">The role.</param>
    public Entry? Find(SceneRole role) => Entries.FirstOrDefault(e => e.Role == role);
}
