using System.Collections.Immutable;
using Igloo.IoSpecs.Heaps;

namespace Igloo.IoSpecs.Picturing;

/// <summary>A permission in a picture.</summary>
/// <param name="Source">The source place.</param>
/// <param name="Text">The operation with its output.</param>
/// <param name="Targets">
/// One target for each input that the picture tries. A heap model has the permission with one of them: which, the environment chooses.
/// </param>
public sealed record PicturedPermission(Place Source, string Text, ImmutableArray<PicturedTarget> Targets);
