namespace Igloo.Viewing.Tests.Models;

/// <summary>Whoever wants the lock.</summary>
[Sort]
public readonly record struct Visitor(int Index);
