using System.Collections.Immutable;
using Igloo.Generators.Translation;

namespace Igloo.Generators.Pipeline;

/// <summary>What one translation of a type yields: its file, and what to report.</summary>
/// <remarks>
/// Locations hold syntax, as they must for pragmas to apply, and move with every edit. So the two parts take separate ways
/// from here, and a unit whose places alone have moved is not written again.
/// </remarks>
/// <param name="Spec">The file.</param>
/// <param name="Findings">The findings.</param>
internal sealed record ParsedUnit(UnitSpec Spec, ImmutableArray<Finding> Findings);
