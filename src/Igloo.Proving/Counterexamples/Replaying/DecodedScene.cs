using System.Collections.Immutable;
using Igloo.Proving.Counterexamples.Decoding;
using Igloo.Proving.Symbolic;
using Igloo.Theories;

namespace Igloo.Proving.Counterexamples.Replaying;

/// <summary>The cast of a counterexample as C# values.</summary>
internal sealed class DecodedScene
{
    private readonly Dictionary<SceneRole, Actor> actors = [];
    private readonly List<Actor> fields = [];

    /// <summary>Decodes the cast.</summary>
    /// <param name="world">The world that they live in.</param>
    /// <exception cref="NotRepresentableException">A state or an event has no counterpart in C#.</exception>
    internal DecodedScene(World world)
    {
        World = world;
        var parameters = ImmutableArray.CreateBuilder<Actor>();
        foreach (var entry in world.Scene.Entries)
        {
            if (Read(world, entry) is not { } actor) continue;
            if (entry.Role == SceneRole.Parameter) parameters.Add(actor);
            else if (entry.Role == SceneRole.Model) fields.Add(actor);
            else actors.TryAdd(entry.Role, actor);
        }

        Parameters = parameters.ToImmutable();
    }

    private DecodedScene(DecodedScene other)
    {
        World = other.World;
        Parameters = other.Parameters;
        Undetermined = other.Undetermined;
        actors = new(other.actors);
        fields = other.fields;
    }

    /// <summary>A decoded value with the part it plays.</summary>
    /// <param name="Role">The part.</param>
    /// <param name="Name">Its name for people.</param>
    /// <param name="Type">Its C# type.</param>
    /// <param name="Value">The value; null for the absent one.</param>
    /// <param name="IsInfinite">Whether some collection in it has infinitely many entries in the model.</param>
    internal sealed record Actor(SceneRole Role, string Name, Type Type, object? Value, bool IsInfinite);

    internal World World { get; }

    /// <summary>The values of the quantified parameters.</summary>
    internal ImmutableArray<Actor> Parameters { get; }

    /// <summary>The fields of the model itself, such as the identity of a component.</summary>
    internal IReadOnlyList<Actor> ModelFields => fields;

    /// <summary>The actors that have infinitely many entries somewhere, by name.</summary>
    internal IEnumerable<string> Infinite => World.Decoder.Infinite;

    /// <summary>Why a result of an event, as that of a division by zero, or a past has no value; null if all have.</summary>
    internal string? Undetermined { get; private set; }

    /// <summary>The same scene with another value in a role that has one.</summary>
    internal DecodedScene With(SceneRole role, object value)
    {
        var changed = new DecodedScene(this);
        changed.actors[role] = actors[role] with { Value = value };
        return changed;
    }

    internal bool Has(SceneRole role) => actors.ContainsKey(role);

    internal Actor? Find(SceneRole role) => actors.GetValueOrDefault(role);

    /// <summary>The value in a role; null also where there is none.</summary>
    internal object? this[SceneRole role] => Find(role)?.Value;

    /// <summary>An instance of the class that the obligation is about, with the theories of the world.</summary>
    /// <exception cref="NotRepresentableException">A constructor parameter has no value in the scene.</exception>
    internal object Construct(Type subject)
    {
        if (subject.IsAbstract || subject.GetConstructors().OrderByDescending(c => c.GetParameters().Length).FirstOrDefault() is not { } constructor)
            throw new NotRepresentableException($"{Vocabulary.NameOf(subject)} has no public constructor.");
        return constructor.Invoke(
            System.Reflection.BindingFlags.DoNotWrapExceptions, null, [.. constructor.GetParameters().Select(p => Argument(subject, p.Name!, p.ParameterType))], null);
    }

    /// <summary>An entry as C# value; null for a result without one, because the model divides by zero or the like, and for a past that cannot be listed.</summary>
    private Actor? Read(World world, Scene.Entry entry)
    {
        var infinite = world.Decoder.Infinite.Count;
        try
        {
            var value = world.Decoder.Read(entry.Name, entry.Value, ClrTypes.Of(entry.Type));
            return new Actor(entry.Role, entry.Name, ClrTypes.Of(entry.Type), value, world.Decoder.Infinite.Count > infinite);
        }
        catch (NotRepresentableException exception) when (entry.Role is SceneRole.After or SceneRole.PastAfter or SceneRole.AbstractEvent or SceneRole.AbstractAfter
            or SceneRole.OtherAfter or SceneRole.Following or SceneRole.OtherFollowing or SceneRole.Past or SceneRole.AbstractPast)
        {
            Undetermined ??= $"{entry.Name} has no value in C#: {exception.Message}";
            return null;
        }
    }

    private object? Argument(Type subject, string name, Type type)
    {
        if (fields.FirstOrDefault(f => f.Name == name && (f.Value is null || type.IsInstanceOfType(f.Value))) is { } field) return field.Value;
        if (type.IsInterface && type.IsAssignableTo(typeof(ITheory)))
        {
            // A theory may be known to the proof by the name of the parameter, or by that of a wider interface.
            var theory = World.Scene.Theories.OrderByDescending(t => t.Name.TrimEnd('_') == name).FirstOrDefault(t => type.IsAssignableFrom(t.Type));
            if (theory is not null) return World.Theory(theory);
        }

        throw new NotRepresentableException($"The proof has no value for the parameter {name} of {Vocabulary.NameOf(subject)}.");
    }
}
