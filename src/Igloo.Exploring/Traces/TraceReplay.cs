using System.Collections.Immutable;
using Igloo.Exploring.Searching;
using Igloo.Models;
using Igloo.Terms;
using Igloo.Terms.Evaluation;

namespace Igloo.Exploring.Traces;

/// <summary>Runs traces through the compiled model again.</summary>
public static class TraceReplay
{
    /// <summary>Whether the model has the trace: the same steps lead to the same states.</summary>
    /// <param name="instance">The instance of an event system that the trace is of.</param>
    /// <param name="trace">The trace.</param>
    /// <exception cref="NotEnumerableException">An event parameter has no finite range.</exception>
    public static TraceVerdict Check(Instance instance, TraceDocument trace)
    {
        ArgumentNullException.ThrowIfNull(instance);
        ArgumentNullException.ThrowIfNull(trace);
        var stepper = new Stepper(instance.As<EventSystem>(), instance.Universe);
        if (stepper.InitialStates().FirstOrDefault(s => TraceText.Fields(s).SequenceEqual(trace.Initial)) is not { } initial)
        {
            return new TraceVerdict.Rejected(null, 0, $"the model has no initial state {Line(trace.Initial)}");
        }

        var run = new Run(initial, []);
        foreach (var (step, number) in trace.Steps.Select((s, i) => (s, i + 1)))
        {
            var (next, reason) = Follow(instance, stepper, run.Last, step);
            if (next is null) return new TraceVerdict.Rejected(run, number, reason);
            run = run with { Steps = run.Steps.Add(next) };
        }

        return new TraceVerdict.Accepted(run);
    }

    private static (RunStep? Next, string Reason) Follow(Instance instance, Stepper stepper, object state, TraceStep step)
    {
        var candidates = stepper.Events.Where(e => ModelText.Event(e) == step.Event).ToArray();
        if (candidates.Length == 0) return (null, $"{step.Event} is no event of {instance.Subject}");
        var enabled = candidates.Select(e => (Event: e, After: stepper.Next(state, e))).Where(s => s.After is not null).ToArray();
        if (enabled.Length == 0) return (null, $"{step.Event} is not enabled: {WhyNot(instance, state, candidates[0])}");
        var same = enabled.FirstOrDefault(s => TraceText.Fields(s.After!).SequenceEqual(step.State));
        return same.After is { } after
            ? (new RunStep(same.Event, after), "")
            : (null, $"{step.Event} leads to another state: {Differences(step.State, TraceText.Fields(enabled[0].After!))}");
    }

    private static string WhyNot(Instance instance, object state, object e)
    {
        try
        {
            return TermEvaluator.WhyRefused(instance.As<EventSystem>(), state, e)?.ToString() ?? "its terms say it is, the compiled code that it is not";
        }
        catch (MissingTermsException)
        {
            return $"in the state {ModelText.State(state)}";
        }
    }

    private static string Differences(ImmutableArray<TraceField> told, ImmutableArray<TraceField> found) =>
        string.Join(", ", found.Where(f => !told.Contains(f)).Select(f =>
            $"{f.Name} = {f.Value} and not {told.FirstOrDefault(t => t.Name == f.Name)?.Value ?? "what the trace has"}"));

    private static string Line(ImmutableArray<TraceField> state) => string.Join("  ", state.Select(f => $"{f.Name} = {f.Value}"));
}
