namespace Igloo.Terms;

/// <summary>The value of a field: of a record, of a tuple, or a primary-constructor parameter of a model class.</summary>
/// <param name="target">The record.</param>
/// <param name="name">The name of the field.</param>
/// <param name="type">The type of the field.</param>
public sealed class FieldTerm(Term target, string name, Type type) : Term(type)
{
    /// <summary>The record.</summary>
    public Term Target { get; } = target;

    /// <summary>The name of the field.</summary>
    public string Name { get; } = name;
}
