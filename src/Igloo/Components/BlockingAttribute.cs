namespace Igloo.Components;

/// <summary>Marks an I/O operation that the environment may leave waiting for ever, such as a receive.</summary>
/// <remarks>Reports list blocking operations; the others must always return some input.</remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BlockingAttribute : Attribute;
