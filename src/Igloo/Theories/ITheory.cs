namespace Igloo.Theories;

/// <summary>
/// What a model assumes about the world: an interface whose abstract members are operations and whose methods marked
/// <see cref="AxiomAttribute"/> are assumptions about them.
/// </summary>
/// <remarks>
/// In a proof the operations are uninterpreted functions and a <see cref="Values.Domain{T}"/> is a whole sort; in execution an
/// instance supplies both. Every instance is tested against the axioms.
/// </remarks>
public interface ITheory;
