namespace Igloo.Models;

/// <summary>
/// Assumes weak fairness, WF of TLA+: what stays enabled for ever from some point on happens again and again.
/// </summary>
/// <remarks>
/// <para>
/// On a case of an event hierarchy it is assumed of each event of the case, one assumption for each choice of parameters, as ∀p. WF(A(p)); <see cref="Per"/>
/// names the parameters to distinguish instead. Inside a composition the assumption is made of each component (or of the environment) whose
/// event it is.
/// </para>
/// <para>
/// On the class of an event system it is assumed of all of its events together, as WF(Next). A composition takes over what its components
/// and its environment declare: for each component, of its internal and I/O events together.
/// </para>
/// <para>
/// As in TLA+, only steps that change the state count (⟨A⟩ᵥ): an event that leaves the state as it is cannot be told from skip, so it is
/// never enabled and never taken in this sense.
/// </para>
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class WeaklyFairAttribute : Attribute
{
    /// <summary>
    /// The names of the parameters of the case that are distinguished; the others may vary from step to step. Null (the default): all of them. Empty: the case
    /// as a whole, as WF(∃p. A(p)). Without meaning on a class of event systems.
    /// </summary>
    public string[]? Per { get; init; }
}
