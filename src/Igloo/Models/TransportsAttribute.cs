namespace Igloo.Models;

/// <summary>
/// Claims that a <see cref="TracePropertyAttribute">trace property</see> P2 follows from a trace property P1 of the system above: π⁻¹(P1) ⊆ P2
/// for the mediator π of a refinement. It is then not proved from the invariants of its own system.
/// </summary>
/// <param name="through">The refinement whose concrete system declares or inherits this property.</param>
/// <param name="property">The name of the trace property of the abstract system.</param>
/// <remarks>
/// <para>Igloo (OOPSLA 2020), section 2.1.2, after Lemma 2.2.</para>
/// <para>
/// Inclusion is decided at one event at a time: from P1 of that event's image and the images of what happened before, P2 has to follow for every
/// past and every event that some state enables, those that the mediator skips included. That is sound, but weaker than inclusion of sets of
/// traces: that P1 held at earlier events, too, is not used, and neither are invariants. A property that needs them is refuted here; state it
/// without this attribute.
/// </para>
/// <para>The claim is about the instances of the concrete system that the refinement constructs.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TransportsAttribute(Type through, string property) : Attribute
{
    /// <summary>The refinement.</summary>
    public Type Through => through;

    /// <summary>The name of the trace property of the abstract system.</summary>
    public string Property => property;
}
