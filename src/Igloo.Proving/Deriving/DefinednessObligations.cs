using System.Collections.Immutable;
using Igloo.Terms;

namespace Igloo.Proving.Deriving;

/// <summary>Operations that are not total are used only where they are defined.</summary>
internal static class DefinednessObligations
{
    internal static IEnumerable<Obligation> Of(Subject subject, SystemView system, SystemPoint point) => [];

    internal static IEnumerable<Obligation> Of(Subject subject, ImmutableArray<FunctionDefinition> functions) => [];
}
