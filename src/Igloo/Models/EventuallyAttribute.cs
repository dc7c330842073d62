namespace Igloo.Models;

/// <summary>Marks a predicate over the state that every fair run satisfies at some point: ◇P.</summary>
/// <remarks>
/// <para>
/// Parameters beyond the state are universally quantified. A run is infinite, as in TLA+: it may stutter (skip) for ever, and one that ends in a
/// state without enabled events does. What rules stuttering out is fairness only: <see cref="WeaklyFairAttribute"/> and
/// <see cref="StronglyFairAttribute"/>. A system that declares none may stand still in its initial state, and satisfies no such property that
/// is not true at once.
/// </para>
/// <para>Decided on instances, by exploration (<c>LivenessCheck</c>); it is not proved for every size.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EventuallyAttribute : Attribute;
