namespace Igloo.Z3;

/// <summary>A sort of one <see cref="Context"/>; valid until that is disposed. Equal handles mean identical objects.</summary>
/// <param name="Address">The native pointer; zero stands for none.</param>
public readonly record struct SortHandle(nint Address);
