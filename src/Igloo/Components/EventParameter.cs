using System.Reflection;

namespace Igloo.Components;

/// <summary>A parameter of an event case.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">The type.</param>
/// <param name="IsInput">Whether the environment chooses the value.</param>
/// <param name="Property">The property that reads it.</param>
public sealed record EventParameter(string Name, Type Type, bool IsInput, PropertyInfo Property);
