namespace Igloo.Models;

/// <summary>Marks a predicate over the state that follows from the invariants and axioms without induction.</summary>
/// <remarks>Parameters beyond the state are universally quantified. A proved lemma may be used as a premise of other obligations; the use of lemmas is acyclic.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LemmaAttribute : Attribute;
