namespace Igloo.Models;

/// <summary>Marks a predicate over the state (and, if it has such a parameter, the <see cref="Past{TEvent}"/>) that holds in every reachable state.</summary>
/// <remarks>Parameters beyond the state and the past are universally quantified. Proved by induction: it holds initially, and every event keeps it under all invariants of the system.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class InvariantAttribute : Attribute;
