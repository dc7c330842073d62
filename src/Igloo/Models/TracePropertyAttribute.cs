namespace Igloo.Models;

/// <summary>Marks a property of traces, stated over the set of earlier events and the event that happens now.</summary>
/// <remarks>The method takes a <see cref="Past{TEvent}"/> and one case of the event hierarchy. Trace properties are what refinement carries down to programs (Lemma 2.2).</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TracePropertyAttribute : Attribute;
