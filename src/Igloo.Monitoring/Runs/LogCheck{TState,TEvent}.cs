using System.Collections.Immutable;
using Igloo.Components;
using Igloo.IoSpecs;
using Igloo.Monitoring.Auditing;
using Igloo.Monitoring.Automatic;
using Igloo.Monitoring.Explaining;
using Igloo.Values;

namespace Igloo.Monitoring.Runs;

/// <summary>Says whether what one component did, as its log tells, is a trace of its model.</summary>
/// <typeparam name="TState">States of the component.</typeparam>
/// <typeparam name="TEvent">Events of the component.</typeparam>
/// <param name="component">The component, with the parameters of the program that ran.</param>
/// <remarks>
/// Needs no monitor: any log with the component's events will do, see <see cref="ILogParser{TEvent}"/>. What the environment did is not
/// judged; for that, check the merged logs of all components against their composition (<see cref="RunCheck"/>).
/// </remarks>
public sealed class LogCheck<TState, TEvent>(Component<TState, TEvent> component)
    where TState : class
    where TEvent : class
{
    /// <summary>The internal events that the log does not have, in a state, over-approximated: the guard still decides. By default those that the model marks automatic.</summary>
    public Func<TState, IEnumerable<TEvent>>? Automatic { get; init; }

    /// <summary>How many states are followed at once, where hidden or uncertain events leave several. 1,000 by default.</summary>
    public int MostStates { get; init; } = 1_000;

    /// <summary>Checks an audit log, from its beginning or from a file that begins with a state.</summary>
    /// <param name="log">The entries.</param>
    public LogVerdict<TEvent> Check(IReadOnlyCollection<AuditEntry<TEvent>> log)
    {
        ArgumentNullException.ThrowIfNull(log);
        var events = RecordedRun.Of(component.GetType().Name, log).ToDictionary(e => e.Sequence);
        var frontier = Begin();
        var happened = 0;
        var isFirst = true;
        foreach (var entry in log)
        {
            if (entry.State is { } state)
            {
                TState[] states = [.. state.KnowledgeOf<TState>().Worlds.SelectMany(w => w.States).Distinct()];
                if (isFirst) frontier.Begin(states);
                else if (!frontier.Narrow(states)) return Refused(frontier, happened, $"#{entry.Sequence} a state that is not reached", attempted: null, $"the log goes on in {ValueText.Of(states[0])}");
            }
            else if (events.TryGetValue(entry.Sequence, out var recorded))
            {
                if (!frontier.Step(recorded.Event, recorded.IsCertain)) return Refused(frontier, happened, recorded.ToString(), recorded.Event, because: null);
                happened++;
            }

            isFirst = false;
        }

        return new LogVerdict<TEvent>.Accepted(frontier.Trace);
    }

    /// <summary>Checks events in program order.</summary>
    /// <typeparam name="TIndex">What identifies the component.</typeparam>
    /// <param name="log">The events, from the start of the component.</param>
    public LogVerdict<TEvent> Check<TIndex>(IEnumerable<RecordedEvent<TIndex, TEvent>> log)
    {
        ArgumentNullException.ThrowIfNull(log);
        var frontier = Begin();
        var happened = 0;
        foreach (var recorded in log)
        {
            if (!frontier.Step(recorded.Event, recorded.IsCertain)) return Refused(frontier, happened, recorded.ToString(), recorded.Event, because: null);
            happened++;
        }

        return new LogVerdict<TEvent>.Accepted(frontier.Trace);
    }

    private Frontier<TState, TEvent> Begin()
    {
        var frontier = new Frontier<TState, TEvent>(component, Automatic ?? HiddenEvents.Of(component, null), MostStates);
        frontier.Begin([component.Initial]);
        return frontier;
    }

    private LogVerdict<TEvent> Refused(Frontier<TState, TEvent> frontier, int happened, string text, TEvent? attempted, string? because) => frontier.IsCut
        ? new LogVerdict<TEvent>.Inconclusive(happened, text)
        : new LogVerdict<TEvent>.Rejected(happened, Mismatch.Of(component, frontier.States.First(), text, attempted, because));
}
