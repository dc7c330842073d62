namespace Igloo.Components;

/// <summary>Marks an event that no I/O operation performs: a step of the component by itself.</summary>
/// <remarks>Internal events are ghost I/O actions (section 3.6): they move the state of the model, not the wire.</remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class InternalAttribute : Attribute;
