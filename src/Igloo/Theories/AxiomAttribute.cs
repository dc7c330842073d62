namespace Igloo.Theories;

/// <summary>Marks a default method of a theory that states an assumption; its parameters are universally quantified.</summary>
/// <remarks>A theory without a model would prove everything, so satisfiability is an obligation of its own.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AxiomAttribute : Attribute;
