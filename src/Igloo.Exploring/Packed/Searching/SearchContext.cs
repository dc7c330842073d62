using Igloo.Exploring.Packed.Compiling;
using Igloo.Exploring.Packed.Diagrams;
using Igloo.Exploring.Packed.Words;

namespace Igloo.Exploring.Packed.Searching;

/// <summary>What the workers of one search share. Changed between batches only, except for the limits.</summary>
internal sealed class SearchContext<T>(PackedSystem system, ExplorationOptions options)
    where T : struct, IWords<T>
{
    /// <summary>How many first expansions of each worker are compared with the compiled model; later ones at powers of two.</summary>
    public const int FirstChecked = 16;

    /// <summary>Stands for steps that fail.</summary>
    public static readonly object FaultSubject = new();

    /// <summary>Stands for states without steps.</summary>
    public static readonly object DeadlockSubject = new();

    private long taken;
    private volatile bool isStopped;

    public PackedSystem System { get; } = system;

    public Program<T> Program { get; } = Program<T>.Of(system.Ground, system.Places);

    public int Workers { get; } = Math.Max(1, options.Workers);

    /// <summary>What is still looked for in states.</summary>
    public Watch[] StateWatches { get; set; } = [];

    /// <summary>What is still looked for in steps.</summary>
    public Watch[] StepWatches { get; set; } = [];

    /// <summary>Whether no deadlock was found so far, and one is looked for.</summary>
    public bool LooksForDeadlocks { get; set; } = options.Deadlocks != DeadlockPolicy.Ignore;

    /// <summary>The level that is expanded, from 0.</summary>
    public int Level { get; set; }

    /// <summary>The level of states that are found.</summary>
    public int NewLevel { get; set; }

    /// <summary>Whether states beyond the level are not visited.</summary>
    public bool IsLastLevel { get; set; }

    /// <summary>Whether there is something beyond the last level.</summary>
    public bool IsCutByDepth { get; set; }

    /// <summary>Whether the number of states is limited.</summary>
    public bool IsLimited { get; } = options.MaxStates is not null;

    /// <summary>Whether the limit on states was met.</summary>
    public bool IsStopped => isStopped;

    /// <summary>Takes one of the limited number of states.</summary>
    public bool TryTake()
    {
        if (Interlocked.Increment(ref taken) <= options.MaxStates) return true;
        isStopped = true;
        return false;
    }

    /// <summary>Whether an exception is the engine's own and not the model's.</summary>
    public static bool IsOwn(Exception exception) =>
        exception is GroundingException or PackedMismatchException or NotPackableException or OperationCanceledException;
}
