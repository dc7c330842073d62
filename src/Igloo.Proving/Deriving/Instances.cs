namespace Igloo.Proving.Deriving;

/// <summary>Shipped instances of theories.</summary>
internal static class Instances
{
    internal static IEnumerable<Obligation> Of(Type theory) => [];
}
