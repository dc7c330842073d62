using Igloo.IoSpecs.Heaps;

namespace Igloo.IoSpecs.Picturing;

/// <summary>A place in a picture.</summary>
/// <param name="Place">The place.</param>
/// <param name="GoesOn">Whether permissions start here that are not drawn, because the unfolding was cut.</param>
public sealed record PicturedPlace(Place Place, bool GoesOn);
