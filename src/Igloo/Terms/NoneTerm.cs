namespace Igloo.Terms;

/// <summary>The absent value of an optional type: null.</summary>
/// <param name="type">An <see cref="Option{T}"/>.</param>
public sealed class NoneTerm(Type type) : Term(type);
