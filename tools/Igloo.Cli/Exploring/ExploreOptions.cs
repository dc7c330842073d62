using System.CommandLine;
using Igloo.Exploring;
using Igloo.Exploring.Reducing;

namespace Igloo.Cli.Exploring;

/// <summary>How far a search goes and how it proceeds, on the command line.</summary>
internal sealed class ExploreOptions
{
    private const long Mebibyte = 1 << 20;

    private readonly Option<SearchStrategy> strategy = new("--strategy")
    {
        Description = "breadth-first (usual) finds shortest runs; depth-first finds deep states early.",
        HelpName = "breadth-first|depth-first",
        CustomParser = result => Parse(result, ("breadth-first", SearchStrategy.BreadthFirst), ("depth-first", SearchStrategy.DepthFirst)),
    };

    private readonly Option<ExplorationEngine> engine = new("--engine")
    {
        Description = "packed: bit vectors compiled from the terms; reference: the compiled Next on the model's own states; auto (usual): packed where the model fits.",
        HelpName = "auto|packed|reference",
        CustomParser = result => Parse(result, ("auto", ExplorationEngine.Automatic), ("packed", ExplorationEngine.Packed), ("reference", ExplorationEngine.Reference)),
    };

    private readonly Option<int> workers = new("--workers", "-w") { Description = "How many threads search; what a complete search finds does not depend on it.", HelpName = "N", DefaultValueFactory = _ => 1 };
    private readonly Option<bool> fingerprints = new("--fingerprints") { Description = "Remember 64 bits of each state; the result says how likely it is that a state was missed." };
    private readonly Option<int?> maxStates = new("--max-states") { Description = "End after N different states.", HelpName = "N" };
    private readonly Option<int?> maxDepth = new("--max-depth") { Description = "Go no deeper than N levels, the initial states being the first.", HelpName = "N" };
    private readonly Option<int?> maxMemory = new("--max-memory") { Description = "End when the search takes more than N MiB.", HelpName = "N" };
    private readonly Option<DeadlockPolicy> deadlocks = new("--deadlocks")
    {
        Description = "What a state without enabled events means, unless the model declares it [Terminal]; report is usual.",
        HelpName = "report|refute|ignore",
        CustomParser = result => Parse(result, ("report", DeadlockPolicy.Report), ("refute", DeadlockPolicy.Refute), ("ignore", DeadlockPolicy.Ignore)),
    };

    private readonly Option<bool> symmetry = new("--symmetry") { Description = "Visit one of all states that differ by a permutation of sorts marked [Symmetric]; checked before it is used." };
    private readonly Option<bool> partialOrder = new("--partial-order") { Description = "Follow one of all orders of events that the terms show to be independent." };
    private readonly Option<string?> checkpoint = new("--checkpoint") { Description = "Write a search that is cut to FILE, to go on later.", HelpName = "FILE" };
    private readonly Option<bool> resume = new("--resume") { Description = "Go on from the file named by --checkpoint." };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { strategy, engine, workers, fingerprints, maxStates, maxDepth, maxMemory, deadlocks, symmetry, partialOrder, checkpoint, resume }) command.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetValue(resume) && result.GetValue(checkpoint) is null) result.AddError("--resume needs --checkpoint FILE, the search to go on with.");
            if ((result.GetValue(symmetry) || result.GetValue(partialOrder)) && (result.GetValue(checkpoint) is not null || result.GetValue(fingerprints)))
            {
                result.AddError("A reduced search keeps full states and writes no checkpoints: leave out --fingerprints and --checkpoint.");
            }

            if (result.GetResult(workers) is { Errors: var errors } && !errors.Any() && result.GetValue(workers) < 1) result.AddError("--workers takes a number of at least 1.");
        });
    }

    /// <summary>Makes sure that what was asked for goes together.</summary>
    /// <exception cref="UserErrorException">It does not.</exception>
    public void RequireFit(ParseResult arguments)
    {
        if (arguments.GetValue(strategy) != SearchStrategy.DepthFirst) return;
        if (KeepsCheckpoint(arguments)) throw new UserErrorException("Only a breadth-first search can be resumed.", "Leave out --checkpoint or --strategy depth-first.");
        if (arguments.GetValue(workers) > 1) throw new UserErrorException("A depth-first search has one worker.", "Leave out --workers or --strategy depth-first.");
    }

    /// <summary>How to visit less.</summary>
    public Reductions Reductions(ParseResult arguments) =>
        (arguments.GetValue(symmetry) ? Igloo.Exploring.Reducing.Reductions.Symmetry : default) | (arguments.GetValue(partialOrder) ? Igloo.Exploring.Reducing.Reductions.PartialOrder : default);

    /// <summary>Whether the search is to be kept in a file, which holds one.</summary>
    public bool KeepsCheckpoint(ParseResult arguments) => arguments.GetValue(checkpoint) is not null;

    /// <summary>What was asked for.</summary>
    public ExplorationOptions Read(ParseResult arguments, IProgress<ExplorationProgress>? progress, CancellationToken cancellation) => new()
    {
        Strategy = arguments.GetValue(strategy),
        Engine = arguments.GetValue(engine),
        Workers = arguments.GetValue(workers),
        Storage = arguments.GetValue(fingerprints) ? StateStorage.Fingerprints : StateStorage.FullStates,
        MaxStates = arguments.GetValue(maxStates),
        MaxDepth = arguments.GetValue(maxDepth),
        MaxMemory = arguments.GetValue(maxMemory) * Mebibyte,
        Deadlocks = arguments.GetValue(deadlocks),
        CheckpointFile = arguments.GetValue(checkpoint),
        Resume = arguments.GetValue(resume),
        Progress = progress,
        Cancellation = cancellation,
    };

    private static T Parse<T>(System.CommandLine.Parsing.ArgumentResult result, params (string Name, T Value)[] known)
        where T : struct
    {
        var text = result.Tokens[0].Value;
        if (known.FirstOrDefault(k => k.Name.Equals(text, StringComparison.OrdinalIgnoreCase)) is { Name: not null } found) return found.Value;
        result.AddError($"'{text}' is none of {string.Join(", ", known.Select(k => k.Name))}.");
        return default;
    }
}
