using System.Collections.Immutable;
using Igloo.Exploring;
using Igloo.Models;
using Igloo.Terms;
using Igloo.Terms.Evaluation;
using Igloo.Viewing.Walking;

namespace Igloo.Viewing.Traces;

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
        var system = instance.As<EventSystem>();
        var moves = new Moves(system, instance.Universe);
        if (moves.Initial.FirstOrDefault(s => TraceText.Fields(s).SequenceEqual(trace.Initial)) is not { } initial)
        {
            return new TraceVerdict.Rejected(null, 0, $"the model has no initial state {string.Join("  ", trace.Initial.Select(f => $"{f.Name} = {f.Value}"))}");
        }

        var run = new Run(initial, []);
        foreach (var step in trace.Steps)
        {
            var (next, reason) = Follow(instance, moves, run.Last, step);
            if (next is null) return new TraceVerdict.Rejected(run, run.Length + 1, reason);
            run = run with { Steps = run.Steps.Add(next) };
        }

        return new TraceVerdict.Accepted(run);
    }

    private static (RunStep? Next, string Reason) Follow(Instance instance, Moves moves, object state, TraceStep step)
    {
        var named = moves.From(state).Where(m => m.Text == step.Event).ToArray();
        if (named.FirstOrDefault(m => m.Fault is not null) is { } failing) return (null, $"the model fails at {step.Event}: {failing.Fault}");
        if (named.Length == 0) return (null, WhyNot(instance, moves, state, step.Event));
        return named.FirstOrDefault(m => TraceText.Fields(m.After!).SequenceEqual(step.State)) is { } same
            ? (new RunStep(same.Event, same.After!), "")
            : (null, $"{step.Event} leads to another state: {Differences(step.State, TraceText.Fields(named[0].After!))}");
    }

    private static string WhyNot(Instance instance, Moves moves, object state, string text)
    {
        try
        {
            return moves.Events.FirstOrDefault(e => ModelText.Event(e) == text) is { } e
                ? $"{text} is not enabled: {TermEvaluator.WhyRefused(instance.As<EventSystem>(), state, e)}"
                : $"{text} is no event of {instance.Subject}";
        }
        catch (Exception exception) when (exception is MissingTermsException or NotEnumerableException)
        {
            return $"{text} is not enabled in the state {ModelText.State(state)}";
        }
    }

    private static string Differences(ImmutableArray<TraceField> told, ImmutableArray<TraceField> found) =>
        string.Join(", ", found.Except(told).Select(f => $"{f.Name} = {f.Value}, and in the trace {told.FirstOrDefault(t => t.Name == f.Name)?.Value ?? "there is no such field"}"));
}
