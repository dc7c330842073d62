namespace Igloo.Values;

/// <summary>
/// Claims that a model treats all elements of a <see cref="SortAttribute">sort</see> alike, so that exploration may take states that differ only by a
/// permutation of them for one.
/// </summary>
/// <remarks>
/// The claim is checked before it is used, from the terms of the model and on the instance: a model that names an element, or uses an operation of a theory that
/// tells elements apart (an order, a successor), is rejected.
/// </remarks>
[AttributeUsage(AttributeTargets.Struct, Inherited = false)]
public sealed class SymmetricAttribute : Attribute;
