using System.Collections.Immutable;
using System.Reflection;

namespace Igloo.Testing;

/// <summary>How many random runs to try, on which instances, and how long.</summary>
public sealed record RandomRunOptions
{
    /// <summary>The number of runs.</summary>
    public int Runs { get; init; } = 200;

    /// <summary>The largest number of events in a run.</summary>
    public int MaxSteps { get; init; } = 30;

    /// <summary>The smallest size of an instance.</summary>
    public int From { get; init; } = 1;

    /// <summary>The largest size of an instance.</summary>
    public int To { get; init; } = 5;

    /// <summary>Further assemblies to search for theory instances, such as that of the tests.</summary>
    public ImmutableArray<Assembly> InstancesFrom { get; init; } = [];

    /// <summary>
    /// What an earlier failure printed, to repeat just that run; the first two of its numbers, to make all runs the same every time;
    /// null for new runs.
    /// </summary>
    public string? Replay { get; init; }
}
