namespace Igloo.Exploring.Narrowing;

/// <summary>A record, tuple or case of a hierarchy whose fields are values, holes or constructs.</summary>
/// <param name="Type">Its C# type.</param>
/// <param name="Fields">The fields by name, in the order of the primary constructor.</param>
internal sealed record Construct(Type Type, IReadOnlyList<(string Name, object? Value)> Fields)
{
    public object? Field(string name)
    {
        foreach (var field in Fields)
        {
            if (field.Name == name) return Hole.Follow(field.Value);
        }

        throw new ArgumentException($"{Type.Name} has no field {name}.", nameof(name));
    }
}
