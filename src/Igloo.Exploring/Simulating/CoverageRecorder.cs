using Igloo.Exploring.Enumerating;
using Igloo.Exploring.Searching;
using Igloo.Models;

namespace Igloo.Exploring.Simulating;

/// <summary>Collects what walks cover.</summary>
internal sealed class CoverageRecorder
{
    // Refused events show conjuncts that fail; a few in each state are enough over many walks.
    private const int RefusedInEachState = 4;

    private readonly ConditionProbe probe = new();
    private readonly Dictionary<string, long> occurrences = [];
    private readonly List<string> kinds = [];

    public Coverage Coverage => new([.. kinds.Select(k => new EventCount(k, occurrences[k]))], probe.Conditions);

    /// <summary>Adds a walk.</summary>
    public void Add(Stepper stepper, Run run, Random random)
    {
        Expect(stepper.System);
        var before = run.Initial;
        foreach (var step in run.Steps)
        {
            var kind = EventKind.Of(step.Event).Name;
            if (occurrences.TryGetValue(kind, out var count)) occurrences[kind] = count + 1;
            probe.Look(stepper.System, before, step.Event);
            var candidates = stepper.Candidates(before);
            for (var i = 0; i < RefusedInEachState; i++) probe.Look(stepper.System, before, candidates[random.Next(candidates.Count)]);
            before = step.After;
        }
    }

    private void Expect(EventSystem system)
    {
        foreach (var kind in EventKind.All(system.EventType).Select(k => k.Name))
        {
            if (occurrences.TryAdd(kind, 0)) kinds.Add(kind);
        }
    }
}
