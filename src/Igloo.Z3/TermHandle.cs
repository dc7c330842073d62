namespace Igloo.Z3;

/// <summary>A term or formula of one <see cref="Context"/>; valid until that is disposed. Equal handles mean identical objects.</summary>
/// <param name="Address">The native pointer; zero stands for none.</param>
public readonly record struct TermHandle(nint Address);
