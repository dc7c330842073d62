using System.Collections.Immutable;
using Igloo.Components;
using Igloo.Monitoring.Auditing;
using Igloo.Monitoring.Policies;
using Igloo.Monitoring.Reports;

namespace Igloo.Monitoring;

/// <summary>How a component is monitored.</summary>
/// <typeparam name="TState">States of the component.</typeparam>
/// <typeparam name="TEvent">Events of the component.</typeparam>
public sealed record MonitorOptions<TState, TEvent>
    where TState : class
    where TEvent : class
{
    /// <summary>The name in messages and logs; by default that of the component's class.</summary>
    public string? Name { get; init; }

    /// <summary>What happens to actions that are not permitted, for each event case. Enforced by default.</summary>
    public MonitorPolicies Policy { get; init; } = new();

    /// <summary>
    /// The points where a monitor that has lost its program finds it again: the state of the model after an event that fixes it, such as
    /// that of a new connection, or null for other events. By default there is none, and a divergence lasts.
    /// </summary>
    /// <remarks>Asked only after a divergence. That the program is in this state is trusted.</remarks>
    public Func<TEvent, TState?>? Anchor { get; init; }

    /// <summary>
    /// The events that the model marks <see cref="InternalAttribute.IsAutomatic"/> and that a state may take by itself, over-approximated: the guard
    /// still decides. By default all their instances over the values that occur in the state and in the parameters of the component; to name them is
    /// faster.
    /// </summary>
    /// <remarks>
    /// An enumeration that misses an enabled event makes the monitor refuse more than the specification does, never less. One that yields another event,
    /// which the program has to report, is an <see cref="InvalidOperationException"/> when it does.
    /// </remarks>
    public Func<TState, IEnumerable<TEvent>>? Automatic { get; init; }

    /// <summary>How automatic events are followed.</summary>
    public HiddenSteps HiddenSteps { get; init; }

    /// <summary>
    /// The number of states in which a monitor that starts looks whether automatic events end, end in one state and take nothing away; it does not
    /// start if they do not, and reports a search that was cut. 1,000 by default; 0 for no look at all.
    /// </summary>
    /// <remarks>
    /// What the look costs depends on the model; it is done once for each component object. A monitor cannot see whether the obligations of the model were
    /// proved (<c>igloo verify</c>). Where they were, 0 is right; and where <see cref="HiddenSteps.Complete"/> is chosen and the closure stays below
    /// <see cref="LargestClosure"/>, which is exact whatever automatic events do.
    /// </remarks>
    public int MostStatesCheckedAtStart { get; init; } = 1_000;

    /// <summary>The largest number of states that hidden events are followed to; beyond it a refusal is inconclusive. 1,000 by default.</summary>
    public int LargestClosure { get; init; } = 1_000;

    /// <summary>The largest number of combinations of unknown outcomes; beyond it the monitor stops. 16 by default.</summary>
    public int MostOutcomes { get; init; } = 16;

    /// <summary>
    /// Well-typed events that stand for an input before it is known, one for each case with inputs. Needed only where no sample can be
    /// made from the types.
    /// </summary>
    /// <remarks>Guards do not read inputs, so any well-typed input tells whether the operation is permitted (paper, section 3.5).</remarks>
    public ImmutableArray<TEvent> Samples { get; init; } = [];

    /// <summary>Receives reports of violations, faults and dropped inputs. Called with no lock held.</summary>
    /// <remarks>
    /// What it throws reaches no operation of the program. The first time, it and the observers of the reports are told (<see
    /// cref="MonitorReport.ListenerFailure"/>). It is called again for the next report; where actions were added up, each is called.
    /// </remarks>
    public Action<MonitorReport>? Log { get; init; }

    /// <summary>Where events are recorded. Nowhere by default.</summary>
    public IAuditSink<TEvent>? Audit { get; init; }

    /// <summary>What happens when an event cannot be recorded. By default it does not happen.</summary>
    public AuditFailurePolicy OnAuditFailure { get; init; }

    /// <summary>The clock. The system's by default.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The number of events that messages can look back to. 16 by default.</summary>
    public int HistoryLength { get; init; } = 16;
}
