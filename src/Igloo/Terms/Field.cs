namespace Igloo.Terms;

/// <summary>A field of a record or a constructor parameter of a model class.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">The type; optional fields have an <see cref="Option{T}"/>.</param>
/// <param name="IsGhost">Whether it is marked [Ghost].</param>
public sealed record Field(string Name, Type Type, bool IsGhost = false);
