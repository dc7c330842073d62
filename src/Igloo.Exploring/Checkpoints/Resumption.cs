using System.Collections.Immutable;
using Igloo.Exploring.Searching;

namespace Igloo.Exploring.Checkpoints;

/// <summary>Turns a search of states into a checkpoint and back.</summary>
internal sealed class Resumption(Stepper stepper, Universe universe, string file)
{
    private readonly object[] initial = [.. stepper.InitialStates().Distinct()];

    /// <summary>Writes what a cut search has visited.</summary>
    public void Save(IReadOnlyList<Visit> visits, ResumePoint point, IEnumerable<Run> steps, Run? deadlock)
    {
        var states = new object[visits.Count];
        var choices = ImmutableArray.CreateBuilder<(int, int)>(visits.Count);
        var (parent, candidates) = (-1, (IReadOnlyList<object>)[]);
        var started = 0;
        for (var i = 0; i < states.Length; i++)
        {
            var visit = visits[i];
            if (visit.Parent < 0)
            {
                states[i] = initial[started];
                choices.Add((-1, started++));
                continue;
            }

            if (visit.Parent != parent) (parent, candidates) = (visit.Parent, stepper.Candidates(states[visit.Parent]));
            states[i] = stepper.Next(states[parent], visit.Event!)!;
            choices.Add((parent, IndexOf(candidates, visit.Event!)));
        }

        CheckpointFile.Write(file, new Checkpoint(
            ModelIdentity.Of(stepper.System, universe),
            Sum(states),
            point,
            choices.ToImmutable(),
            [.. steps.Select(Choices)],
            deadlock is null ? null : Choices(deadlock)));
    }

    /// <summary>Reads a checkpoint and computes its states again.</summary>
    /// <exception cref="CheckpointException">It belongs to another model or universe.</exception>
    public (ResumedSearch<object> Search, IReadOnlyList<Run> Steps, Run? Deadlock) Load()
    {
        var checkpoint = CheckpointFile.Read(file);
        if (checkpoint.Model != ModelIdentity.Of(stepper.System, universe))
        {
            throw new CheckpointException(file, $"it was written for another model, another build of {stepper.System.GetType().Name} or another universe; explore from the beginning");
        }

        try
        {
            var nodes = Rebuild(checkpoint);
            if (Sum(nodes.Select(n => n.Node)) != checkpoint.States) throw Different();
            return (new ResumedSearch<object>(nodes, checkpoint.Point), [.. checkpoint.Steps.Select(Follow)], checkpoint.Deadlock is { } deadlock ? Follow(deadlock) : null);
        }
        catch (Exception exception) when (exception is ArgumentOutOfRangeException or IndexOutOfRangeException or NullReferenceException or StepFault)
        {
            throw Different();
        }
    }

    private static int IndexOf(IReadOnlyList<object> candidates, object e) => candidates.TakeWhile(c => !c.Equals(e)).Count();

    private static ulong Sum(IEnumerable<object> states) => states.Aggregate(0UL, (sum, s) => unchecked(sum + Fingerprint.Of(s)));

    private CheckpointException Different() =>
        new(file, $"it was written for {stepper.System.GetType().Name} with other parameters: its steps lead to other states; explore from the beginning");

    private List<(object Node, Visit Visit)> Rebuild(Checkpoint checkpoint)
    {
        var nodes = new List<(object Node, Visit Visit)>(checkpoint.Visits.Length);
        var (last, candidates) = (-1, (IReadOnlyList<object>)[]);
        foreach (var (parent, choice) in checkpoint.Visits)
        {
            if (parent < 0)
            {
                nodes.Add((initial[choice], new Visit(-1, null, 1)));
                continue;
            }

            if (parent != last) (last, candidates) = (parent, stepper.Candidates(nodes[parent].Node));
            var e = candidates[choice];
            nodes.Add((stepper.Next(nodes[parent].Node, e) ?? throw Different(), new Visit(parent, e, nodes[parent].Visit.Level + 1)));
        }

        return nodes;
    }

    private ImmutableArray<int> Choices(Run run)
    {
        var choices = ImmutableArray.CreateBuilder<int>();
        choices.Add(IndexOf(initial, run.Initial));
        var state = run.Initial;
        foreach (var step in run.Steps)
        {
            choices.Add(IndexOf(stepper.Candidates(state), step.Event));
            state = step.After;
        }

        return choices.ToImmutable();
    }

    private Run Follow(ImmutableArray<int> choices)
    {
        var run = new Run(initial[choices[0]], []);
        foreach (var choice in choices.Skip(1))
        {
            var e = stepper.Candidates(run.Last)[choice];
            run = run with { Steps = run.Steps.Add(new RunStep(e, stepper.Next(run.Last, e) ?? throw Different())) };
        }

        return run;
    }
}
