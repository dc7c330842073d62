using System.Globalization;
using Igloo.Components;
using Igloo.IoSpecs;
using Igloo.Monitoring.Auditing;
using Igloo.Monitoring.Automatic;
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
    private const int MostValues = 1_000;

    /// <summary>The internal events that the log does not have, in a state, over-approximated: the guard still decides. By default those that the model marks automatic.</summary>
    /// <remarks>
    /// By default they are tried over the values that occur in the state and in the component's parameters. Where the model does not confine them to
    /// such values nothing is rejected, since one with another value may have happened; declare them to have a definite verdict.
    /// </remarks>
    public Func<TState, IEnumerable<TEvent>>? Automatic { get; init; }

    /// <summary>How many states are followed at once, where hidden or uncertain events leave several. 1,000 by default.</summary>
    public int MostStates { get; init; } = 1_000;

    /// <summary>Checks an audit log, from its beginning or from a file that begins with a state.</summary>
    /// <param name="log">The entries.</param>
    /// <exception cref="InvalidDataException">A line tells the outcome of an output that is none, or whose outcome is known.</exception>
    public LogVerdict<TEvent> Check(IReadOnlyCollection<AuditEntry<TEvent>> log) => Check(RecordedLog.Of(component.GetType().Name, log));

    /// <summary>Checks events in program order.</summary>
    /// <typeparam name="TIndex">What identifies the component.</typeparam>
    /// <param name="log">The events, from the start of the component.</param>
    public LogVerdict<TEvent> Check<TIndex>(IEnumerable<RecordedEvent<TIndex, TEvent>> log) => Check(new RecordedLog<TIndex, TEvent>(default!, [.. log]));

    /// <summary>Checks what the logs of the component say.</summary>
    /// <typeparam name="TIndex">What identifies the component.</typeparam>
    /// <param name="log">The logs.</param>
    /// <exception cref="InvalidDataException">They begin with a state that is redacted, or is none of this component.</exception>
    public LogVerdict<TEvent> Check<TIndex>(RecordedLog<TIndex, TEvent> log)
    {
        ArgumentNullException.ThrowIfNull(log);
        var automatic = Automatic is null ? AutomaticEvents<TState, TEvent>.Of(component) : null;
        var frontier = new Frontier<TState, TEvent>(component, Automatic ?? (automatic is null ? null : automatic.In), MostStates);
        frontier.Begin([component.Initial]);
        CandidateValues? values = null;
        var redacted = 0;
        var state = 0;
        for (var i = 0; i <= log.Events.Length; i++)
        {
            for (; state < log.States.Length && log.States[state].Before == i; state++)
            {
                if (!TakeState(frontier, log.States[state], isFirst: i == 0 && state == 0)) return Refused(frontier, Open(redacted), i, OtherState(log.States[state], frontier), attempted: null);
            }

            if (i == log.Events.Length) break;
            var recorded = log.Events[i];
            if (recorded.Event is { } e)
            {
                if (!frontier.Step(e, recorded.IsCertain)) return Refused(frontier, Open(redacted), i, At(recorded, frontier, because: null), e);
                continue;
            }

            values ??= ValuesOf(log);
            var (hidden, isExhaustive) = (recorded.Redacted!, true);
            if (!frontier.StepAny(s => Fitting(hidden, values, s, ref isExhaustive), recorded.IsCertain))
            {
                return Refused(frontier, Open(redacted + (isExhaustive ? 0 : 1)), i, At(recorded, frontier, "no value that occurs fits what is redacted"), attempted: null);
            }

            redacted++;
        }

        return new LogVerdict<TEvent>.Accepted(frontier.Way.Trace) { Assuming = Assumptions.Of(log, redacted) };

        IEnumerable<string> Open(int guessed)
        {
            if (frontier.IsCut) yield return string.Create(CultureInfo.InvariantCulture, $"more than {MostStates:N0} states are possible, and others were left out");
            if (log.BeginsInTheMiddle && log.States[0].IsPartial<TState>()) yield return "the log goes on in states of which some were left out";
            if (guessed > 0) yield return "values are redacted, and only those that occur were tried for them";
            foreach (var doubt in Doubts.OnUntried(automatic?.Untried ?? [])) yield return doubt;
        }
    }

    private static IEnumerable<TEvent> Fitting(RedactedEvent hidden, CandidateValues values, TState state, ref bool isExhaustive)
    {
        var (events, isAll) = hidden.Over(values.Copy().Add(state));
        isExhaustive &= isAll;
        return events.Cast<TEvent>();
    }

    private bool TakeState(Frontier<TState, TEvent> frontier, RecordedState recorded, bool isFirst)
    {
        if (recorded.IsHidden && isFirst) throw new InvalidDataException($"{recorded.Place?.ToString() ?? recorded.Text}: the log begins with a state that is redacted; it cannot be checked without the files before it.");
        if (recorded.IsHidden || (!isFirst && recorded.IsPartial<TState>())) return true;
        var states = recorded.States(component.Initial);
        if (!isFirst || recorded.Snapshot is null) return frontier.Narrow(states);
        frontier.Begin(states);
        return true;
    }

    private CandidateValues ValuesOf<TIndex>(RecordedLog<TIndex, TEvent> log)
    {
        var values = CandidateValues.From(component);
        foreach (var e in log.Events.Select(e => e.Event).OfType<TEvent>().Distinct().Take(MostValues)) values.Add(e);
        return values;
    }

    private LogMismatch OtherState(RecordedState recorded, Frontier<TState, TEvent> frontier)
    {
        var states = recorded.States(component.Initial);
        var claimed = recorded.Snapshot is null ? "the program was started again, which is the model's initial state" : $"the log goes on in {(states.IsEmpty ? "no state" : ValueText.Of(states[0]))}";
        return Mismatch.Of<TState, TEvent>(component, frontier.States.First(), recorded.Text, attempted: null, $"{claimed}; the model is in {ValueText.Of(frontier.States.First())}") with { Place = recorded.Place };
    }

    private LogMismatch At<TIndex>(RecordedEvent<TIndex, TEvent> recorded, Frontier<TState, TEvent> frontier, string? because) =>
        Mismatch.Of(component, frontier.States.First(), recorded.ToString(), recorded.Event, because) with { Place = recorded.Place };

    private LogVerdict<TEvent> Refused(Frontier<TState, TEvent> frontier, IEnumerable<string> open, int happened, LogMismatch mismatch, TEvent? attempted)
    {
        var described = mismatch.WithTraces(component, frontier.Way, attempted);
        string[] doubts = [.. open];
        return doubts.Length == 0 ? new LogVerdict<TEvent>.Rejected(happened, described) : new LogVerdict<TEvent>.Inconclusive(happened, string.Join("; ", doubts), described);
    }
}
