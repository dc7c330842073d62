namespace Igloo.Values;

/// <summary>
/// Marks a <c>readonly record struct</c> such as <c>Node(int Index)</c> as an opaque carrier: in a proof only equality and the
/// operations of a theory are known of its elements, in execution it is that struct.
/// </summary>
/// <remarks>The fields of a sort tell its elements apart at run time. A model must not read them.</remarks>
[AttributeUsage(AttributeTargets.Struct, Inherited = false)]
public sealed class SortAttribute : Attribute;
