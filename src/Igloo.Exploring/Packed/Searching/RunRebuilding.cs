using Igloo.Exploring.Packed.Compiling;
using Igloo.Exploring.Packed.Words;

namespace Igloo.Exploring.Packed.Searching;

/// <summary>
/// Finds a shortest run to a visited state, backwards by levels, so that nothing about predecessors has to be kept. Among several
/// predecessors it takes the smallest, whichever worker found it.
/// </summary>
internal sealed class RunRebuilding<T>(PackedSystem system, Program<T> program, StateList<T>[] states, List<long[]> levels)
    where T : struct, IWords<T>
{
    private readonly CompiledModel<T> model = new(system, program);

    /// <summary>The run that a finding is at the end of.</summary>
    public Run RunTo(Finding<T> finding)
    {
        var steps = new Stack<(int Event, T After)>();
        var state = finding.State;
        for (var level = finding.Level; level > 0; level--)
        {
            var (before, e) = Before(state, level - 1);
            steps.Push((e, state));
            state = before;
        }

        if (finding.Event >= 0 && finding.Property is not null)
        {
            // Compiled code confirmed the step when it was found.
            return Checked(state, [.. steps, (finding.Event, After(finding.State, finding.Event)!.Value)]);
        }

        return Checked(state, [.. steps]);
    }

    private (T Before, int Event) Before(in T target, int level)
    {
        (T Before, int Event)? best = null;
        for (var share = 0; share < states.Length; share++)
        {
            var end = level + 1 < levels.Count ? levels[level + 1][share] : states[share].Count;
            for (var i = levels[level][share]; i < end; i++)
            {
                ref readonly var state = ref states[share][i];
                if (best is { } known && state.CompareTo(known.Before) >= 0) continue;
                if (EventTo(target, state) is { } e) best = (state, e);
            }
        }

        return best ?? throw new PackedMismatchException($"no state of level {level + 1} leads to {ModelText.State(system.Decode(target))}.");
    }

    private int? EventTo(in T target, in T state)
    {
        foreach (ref readonly var rule in program.Rules.AsSpan())
        {
            if (program.Applies(rule, state) && program.After(rule, state).Is(target)) return rule.Event;
        }

        foreach (var (condition, e) in program.Fallbacks)
        {
            if (program.Holds(condition, state) && model.Next(state, e) is { } after && after.Is(target)) return e;
        }

        return null;
    }

    private T? After(in T state, int e)
    {
        foreach (ref readonly var rule in program.Rules.AsSpan())
        {
            if (rule.Event == e && program.Applies(rule, state)) return program.After(rule, state);
        }

        return model.Next(state, e);
    }

    /// <summary>The run in terms of the model, replayed by the compiled code.</summary>
    private Run Checked(in T initial, (int Event, T After)[] steps)
    {
        var state = system.Decode(initial);
        var run = new Run(state, []);
        foreach (var (e, packed) in steps)
        {
            var after = system.System.NextState(state, system.Events[e]);
            if (after is null || !system.Encode<T>(after).Is(packed))
            {
                throw new PackedMismatchException($"after {run.EventLine} the event {ModelText.Event(system.Events[e])} does not lead on as packed.");
            }

            run = run with { Steps = run.Steps.Add(new RunStep(system.Events[e], after)) };
            state = after;
        }

        return run;
    }
}
