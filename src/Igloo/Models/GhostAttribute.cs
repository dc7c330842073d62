namespace Igloo.Models;

/// <summary>Marks a state field or event parameter that exists for proofs only.</summary>
/// <remarks>No guard and no other field may depend on it; it is erased in programs and monitors.</remarks>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class GhostAttribute : Attribute;
