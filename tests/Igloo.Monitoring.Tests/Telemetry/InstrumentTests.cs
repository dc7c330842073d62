using System.Diagnostics;
using System.Diagnostics.Metrics;
using Igloo.Monitoring.Telemetry;
using Igloo.Monitoring.Tests.Models;
using E = Igloo.Monitoring.Tests.Models.Counter.Event;

namespace Igloo.Monitoring.Tests.Telemetry;

/// <summary>What operators see of monitors. Names and tags are documented and must not change by accident.</summary>
public sealed class InstrumentTests
{
    private readonly string name = $"counter-{Guid.NewGuid():N}";

    [Fact]
    public void Events_and_violations_are_counted_under_bounded_tags()
    {
        var counted = new Dictionary<string, long>();
        using var listener = Listen((instrument, value, tags) => counted[Key(instrument, tags)] = counted.GetValueOrDefault(Key(instrument, tags)) + value);
        using var monitor = PermissionMonitor.Start(new Counter(), new() { Name = name, Policy = ViolationPolicy.Observe });

        monitor.TryDo(new E.Keep(0));
        monitor.TryDo(new E.Keep(1));
        monitor.TryDo(new E.Keep(7));

        Assert.Equal(2, counted["igloo.monitor.events igloo.event=Keep"]);
        Assert.Equal(1, counted["igloo.monitor.violations igloo.event=Keep igloo.violation=NotPermitted"]);
        Assert.Equal(1, counted["igloo.monitor.reports igloo.report=Violation"]);
    }

    [Fact]
    public void Gauges_tell_status_and_possible_states()
    {
        var measured = new Dictionary<string, long>();
        using var listener = Listen((instrument, value, tags) => measured[Key(instrument, tags)] = value);
        using var monitor = PermissionMonitor.Start(new Counter(), new() { Name = name });
        monitor.Fail(monitor.Begin(new E.Doubt(0)));

        listener.RecordObservableInstruments();

        Assert.Equal(2, measured["igloo.monitor.states"]);
        Assert.Equal(0, measured["igloo.monitor.status"]);
    }

    [Fact]
    public void Span_lasts_from_the_permission_to_the_outcome()
    {
        var ended = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = s => s.Name == MonitorInstruments.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = ended.Add,
        };
        ActivitySource.AddActivityListener(listener);
        using var monitor = PermissionMonitor.Start(new Counter(), new() { Name = name });

        monitor.Succeed(monitor.Begin(new E.Keep(0)));
        monitor.Fail(monitor.Begin(new E.Keep(1)));

        var own = ended.Where(a => (string?)a.GetTagItem("igloo.component") == name).ToArray();
        Assert.Equal(["done", "failed"], own.Select(a => a.GetTagItem("igloo.outcome")));
        Assert.All(own, a => Assert.Equal(("igloo.io", "Keep"), (a.OperationName, a.GetTagItem("igloo.event"))));
    }

    private MeterListener Listen(Action<string, long, string> heard)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, l) =>
            {
                if (instrument.Meter.Name == MonitorInstruments.Name) l.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            var all = tags.ToArray();
            if (all.Any(t => t.Key == "igloo.component" && name.Equals(t.Value))) heard(instrument.Name, value, string.Join(' ', all.Where(t => t.Key != "igloo.component").Select(t => $"{t.Key}={t.Value}")));
        });
        listener.Start();
        return listener;
    }

    private static string Key(string instrument, string tags) => $"{instrument} {tags}".TrimEnd();
}
