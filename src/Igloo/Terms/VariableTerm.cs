namespace Igloo.Terms;

/// <summary>A parameter, a local or a variable bound by a lambda. Variables are the same only if they are the same object.</summary>
/// <param name="name">The name in the source.</param>
/// <param name="type">Its type.</param>
public sealed class VariableTerm(string name, Type type) : Term(type)
{
    /// <summary>The name in the source.</summary>
    public string Name { get; } = name;
}
