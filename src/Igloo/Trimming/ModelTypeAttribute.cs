using System.Diagnostics.CodeAnalysis;

namespace Igloo.Trimming;

/// <summary>
/// Keeps a type with all its members where a program is trimmed or compiled ahead of time: monitors, messages and audit logs read
/// events and states through reflection.
/// </summary>
/// <remarks>
/// The source generator writes one for every type that a model mentions. Only the closed types of a generic component are to be
/// named by hand, in the project that starts it: its states, its events and their cases.
/// </remarks>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class ModelTypeAttribute : Attribute
{
    /// <summary>Keeps a type.</summary>
    /// <param name="type">The type.</param>
    public ModelTypeAttribute([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        Name = type.AssemblyQualifiedName ?? type.Name;
    }

    /// <summary>Keeps a type, public or not.</summary>
    /// <param name="name">Its name with those of its assembly and of its type arguments.</param>
    public ModelTypeAttribute([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] string name) => Name = name;

    /// <summary>The name of the type with that of its assembly.</summary>
    public string Name { get; }
}
