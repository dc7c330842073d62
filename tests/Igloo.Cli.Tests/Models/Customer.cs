using Igloo.Values;

namespace Igloo.Cli.Tests.Models;

/// <summary>Whoever wants the lock.</summary>
[Sort]
public readonly record struct Customer(int Index);
