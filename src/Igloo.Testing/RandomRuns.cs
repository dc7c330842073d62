using FsCheck;
using FsCheck.Fluent;
using Igloo.Exploring;
using Igloo.Testing.Randomness;
using Microsoft.FSharp.Core;

namespace Igloo.Testing;

/// <summary>
/// Property tests of models under FsCheck: random instances, random runs, every invariant, step, trace and simulation checked on
/// the compiled code; failures are shrunk and can be repeated.
/// </summary>
public static class RandomRuns
{
    private const int Seeds = 64;

    /// <summary>Tries random runs of a model.</summary>
    /// <typeparam name="TModel">An event system, refinement or equality.</typeparam>
    /// <param name="options">How many and how long; null for the defaults.</param>
    /// <returns>What was covered.</returns>
    /// <exception cref="ModelFailureException">A run fails, or no run made a step.</exception>
    /// <exception cref="ArgumentException">There are no instances, or the replay seed is malformed.</exception>
    public static RandomRunReport Check<TModel>(RandomRunOptions? options = null) => Check(typeof(TModel), options);

    /// <summary>Tries random runs of a model.</summary>
    /// <param name="model">An event system, refinement or equality.</param>
    /// <param name="options">How many and how long; null for the defaults.</param>
    /// <returns>What was covered.</returns>
    /// <exception cref="ModelFailureException">A run fails, or no run made a step.</exception>
    /// <exception cref="ArgumentException">There are no instances, or the replay seed is malformed.</exception>
    public static RandomRunReport Check(Type model, RandomRunOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        options ??= new RandomRunOptions();
        var walkers = new Dictionary<(int Size, int Seed), (Instance Instance, Walker Walker)>();
        var walks = new List<Walk>();
        var recorder = new Recorder();
        var config = Config.Default.WithMaxTest(options.Runs).WithRunner(recorder).WithName(model.Name);
        if (options.Replay is { } replay) config = config.WithReplay(FSharpOption<Replay>.Some(Recorder.ToReplay(replay)));

        FsCheck.Check.One(config, Prop.ForAll(Cases(options, Normal), random =>
        {
            var walk = WalkerOf(random).Walker.Follow(random.Choices is [] ? [0] : random.Choices);
            walks.Add(walk);
            return !walk.Failed;
        }));

        if (recorder.Failed is { } failed)
        {
            var (instance, walker) = WalkerOf(failed);
            throw Failure(model, options, recorder, instance, walker.Follow(failed.Choices));
        }

        var events = walks.SelectMany(w => w.Run.Events).GroupBy(e => e.GetType().Name.Split('`')[0]).ToDictionary(g => g.Key, g => g.LongCount(), StringComparer.Ordinal);
        return events.Count > 0
            ? new RandomRunReport(walks.Count, walks.Sum(w => (long)w.Run.Length), walkers.Values.Select(w => w.Instance.Description).Distinct().Count(), events)
            : throw new ModelFailureException($"None of {walks.Count} random runs of {model.Name} made a step: no event is enabled initially.");

        RandomCase Normal(RandomCase random) =>
            random.Choices.IsEmpty ? random : random with { Choices = WalkerOf(random).Walker.Follow(random.Choices).Choices };

        (Instance Instance, Walker Walker) WalkerOf(RandomCase random)
        {
            var key = (random.Size, random.Seed);
            if (walkers.TryGetValue(key, out var known)) return known;
            var instance = Instances.Sample(model, random.Size, random.Seed, options.InstancesFrom);
            return walkers[key] = (instance, Walker.Of(instance));
        }
    }

    private static Arbitrary<RandomCase> Cases(RandomRunOptions options, Func<RandomCase, RandomCase> normal)
    {
        var cases =
            from size in Gen.Choose(options.From, options.To)
            from seed in Gen.Choose(0, Seeds - 1)
            from length in Gen.Choose(2, options.MaxSteps + 1)
            from choices in Gen.Choose(0, RandomCase.MaxChoice - 1).ArrayOf(length)
            select new RandomCase(size, seed, [.. choices]);
        return Arb.From(cases, random => random.Simpler(options.From, normal));
    }

    private static ModelFailureException Failure(Type model, RandomRunOptions options, Recorder recorder, Instance instance, Walk walk)
    {
        var defaults = new RandomRunOptions();
        var settings = string.Concat(
            options.MaxSteps == defaults.MaxSteps ? "" : $"MaxSteps = {options.MaxSteps}, ",
            options.From == defaults.From ? "" : $"From = {options.From}, ",
            options.To == defaults.To ? "" : $"To = {options.To}, ",
            options.InstancesFrom.IsEmpty ? "" : "InstancesFrom = [GetType().Assembly], ");
        var message =
            $"""
            {instance.Subject} fails in random run {recorder.Tests}, shrunk {recorder.Shrinks} times.
            {(walk.Violation is { } violation ? violation.ToString() : walk.SimulationFailed?.ToString())}
            Replay  RandomRuns.Check<{model.Name}>(new() {"{"} {settings}Replay = "{recorder.Replay}" {"}"});
            """;
        return walk.Violation is not null
            ? ExplorationAssertions.Failure(walk.Violation, message)
            : ExplorationAssertions.Failure(model, walk.SimulationFailed!, message);
    }
}
