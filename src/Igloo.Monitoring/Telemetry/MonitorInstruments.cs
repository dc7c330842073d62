using System.Diagnostics;
using System.Diagnostics.Metrics;
using Igloo.Monitoring.Health;

namespace Igloo.Monitoring.Telemetry;

/// <summary>
/// The names under which monitors are seen by meters and traces. Tags are bounded: the monitor's name, the event case, and the member of an
/// enumeration; never a value of the protocol.
/// </summary>
/// <remarks>
/// <list type="bullet">
/// <item><c>igloo.monitor.events</c>, counter: recorded events, by <c>igloo.component</c> and <c>igloo.event</c>.</item>
/// <item><c>igloo.monitor.violations</c>, counter: actions that were not permitted, by <c>igloo.component</c>, <c>igloo.event</c> and <c>igloo.violation</c>.</item>
/// <item><c>igloo.monitor.reports</c>, counter: what the monitors told their logs, by <c>igloo.component</c> and <c>igloo.report</c>.</item>
/// <item><c>igloo.monitor.state.elements</c>, gauge: elements in the collections of the model's state, by <c>igloo.component</c>.</item>
/// <item><c>igloo.monitor.states</c>, gauge: states that the observations allow, by <c>igloo.component</c>.</item>
/// <item><c>igloo.monitor.status</c>, gauge: the number of <see cref="MonitorStatus"/>, by <c>igloo.component</c>.</item>
/// </list>
/// A span <c>igloo.io</c> lasts from the permission of an operation to its end, with the tags <c>igloo.component</c>, <c>igloo.event</c> and
/// <c>igloo.outcome</c>.
/// </remarks>
public static class MonitorInstruments
{
    /// <summary>The name of the meter and of the activity source.</summary>
    public const string Name = "Igloo.Monitoring";

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Events = Meter.CreateCounter<long>("igloo.monitor.events", "{event}", "Recorded events.");
    private static readonly Counter<long> Violations = Meter.CreateCounter<long>("igloo.monitor.violations", "{action}", "Actions that were not permitted.");
    private static readonly Counter<long> Reports = Meter.CreateCounter<long>("igloo.monitor.reports", "{report}", "What the monitors told their logs.");
    private static readonly ActivitySource Source = new(Name);
    private static readonly MonitorRegister Register = new();

    static MonitorInstruments()
    {
        Meter.CreateObservableGauge("igloo.monitor.state.elements", () => Register.Measure(h => h.StateSize), "{element}", "Elements in the collections of the model's state.");
        Meter.CreateObservableGauge("igloo.monitor.states", () => Register.Measure(h => h.PossibleStates), "{state}", "States that the observations allow.");
        Meter.CreateObservableGauge("igloo.monitor.status", () => Register.Measure(h => (long)h.Status), description: "0 following, 1 diverged, 2 stopped, 3 ended.");
    }

    internal static bool CountsEvents => Events.Enabled;

    internal static bool CountsViolations => Violations.Enabled;

    internal static void Add(IMonitorHealth monitor) => Register.Add(monitor.Name, monitor);

    internal static void Remove(IMonitorHealth monitor) => Register.Remove(monitor);

    internal static void CountEvent(string component, string caseName) => Events.Add(1, new("igloo.component", component), new("igloo.event", caseName));

    internal static void CountViolation(string component, string caseName, string kind)
    {
        if (Violations.Enabled) Violations.Add(1, new("igloo.component", component), new("igloo.event", caseName), new("igloo.violation", kind));
    }

    internal static void CountReport(string component, string report)
    {
        if (Reports.Enabled) Reports.Add(1, new("igloo.component", component), new("igloo.report", report));
    }

    internal static Activity? Begin(string component, Type caseType) => Source.HasListeners() ? Start(component, caseType.Name) : null;

    internal static void End(Activity? span, string outcome)
    {
        if (span is not null) Stop(span, outcome);
    }

    private static Activity? Start(string component, string caseName) =>
        Source.StartActivity("igloo.io", ActivityKind.Client)?.SetTag("igloo.component", component).SetTag("igloo.event", caseName);

    private static void Stop(Activity span, string outcome)
    {
        span.SetTag("igloo.outcome", outcome);
        span.Dispose();
    }
}
