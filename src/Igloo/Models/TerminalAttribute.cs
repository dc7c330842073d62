namespace Igloo.Models;

/// <summary>Marks a predicate over the state: where it holds, a run may end. Any other state without enabled events is a deadlock.</summary>
/// <remarks>
/// Several predicates are alternatives. A model that declares none makes no claim about where it ends: exploration reports its
/// deadlocks, and refutes the model for them only where that is asked for.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TerminalAttribute : Attribute;
