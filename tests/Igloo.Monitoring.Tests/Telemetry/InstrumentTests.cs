using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Igloo.Monitoring.Telemetry;
using Igloo.Monitoring.Tests.Models;
using E = Igloo.Monitoring.Tests.Models.Counter.Event;

namespace Igloo.Monitoring.Tests.Telemetry;

/// <summary>What operators see of monitors. Names and tags are documented and must not change by accident.</summary>
/// <remarks>Meters and traces are those of the process: a listener hears the monitors of all tests, and keeps only what its own say.</remarks>
public sealed class InstrumentTests
{
    private readonly string name = $"counter-{Guid.NewGuid():N}";

    [Fact]
    public void Events_and_violations_are_counted_under_bounded_tags()
    {
        var counted = new ConcurrentDictionary<string, long>();
        using var listener = Listen((instrument, value, tags) => counted.AddOrUpdate(Key(instrument, tags), value, (_, before) => before + value));
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
        var measured = new ConcurrentDictionary<string, long>();
        using var listener = Listen((instrument, value, tags) => measured[Key(instrument, tags)] = value);
        using var monitor = PermissionMonitor.Start(new Counter(), new() { Name = name });
        monitor.Fail(monitor.Begin(new E.Doubt(0)));

        listener.RecordObservableInstruments();

        Assert.Equal(2, measured["igloo.monitor.states"]);
        Assert.Equal(0, measured["igloo.monitor.status"]);
    }

    [Fact]
    public void Tags_do_not_grow_with_the_values_of_the_protocol()
    {
        var tagged = new ConcurrentDictionary<string, bool>();
        using var listener = Listen((instrument, _, tags) => tagged[Key(instrument, tags)] = true);
        using var monitor = PermissionMonitor.Start(new Counter(), new() { Name = name, Policy = ViolationPolicy.Observe });

        for (var n = 0; n < 1_000; n++)
        {
            monitor.TryDo(new E.Keep(n));
            monitor.TryDo(new E.Keep(-n - 1));
        }

        Assert.Equal(
            ["igloo.monitor.events igloo.event=Keep", "igloo.monitor.reports igloo.report=Violation", "igloo.monitor.violations igloo.event=Keep igloo.violation=NotPermitted"],
            tagged.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Span_lasts_from_the_permission_to_the_outcome()
    {
        var ended = new ConcurrentQueue<Activity>();
        using var listener = Trace(ended);
        using var monitor = PermissionMonitor.Start(new Counter(), new() { Name = name });

        monitor.Succeed(monitor.Begin(new E.Keep(0)));
        monitor.Fail(monitor.Begin(new E.Keep(1)));

        Assert.Equal(["done", "failed"], ended.Select(a => a.GetTagItem("igloo.outcome")));
        Assert.All(ended, a => Assert.Equal(("igloo.io", "Keep"), (a.OperationName, a.GetTagItem("igloo.event"))));
    }

    [Fact]
    public void Span_of_an_input_says_whether_it_came()
    {
        var ended = new ConcurrentQueue<Activity>();
        using var listener = Trace(ended);
        using var monitor = PermissionMonitor.Start(new Counter(), new() { Name = name });

        monitor.Deliver(monitor.Begin(new E.Take(0)), new E.Take(1));
        monitor.Abandon(monitor.Begin(new E.Take(0)));

        Assert.Equal(["done", "abandoned"], ended.Select(a => a.GetTagItem("igloo.outcome")));
    }

    [Fact]
    public void Observers_are_told_the_end_after_the_last_event()
    {
        var heard = new Hearing();
        var monitor = PermissionMonitor.Start(new Counter(), new() { Name = name });
        var early = new Hearing();
        using var subscription = monitor.Events.Subscribe(heard);
        var ended = monitor.Events.Subscribe(early);
        monitor.TryDo(new E.Keep(0));
        ended.Dispose();
        monitor.TryDo(new E.Lose(1));

        monitor.Dispose();

        Assert.Equal(["Keep", "Lose", "end"], heard.All);
        Assert.Equal(["Keep"], early.All);
    }

    private ActivityListener Trace(ConcurrentQueue<Activity> ended)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = s => s.Name == MonitorInstruments.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = a =>
            {
                if (name.Equals(a.GetTagItem("igloo.component"))) ended.Enqueue(a);
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
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

    private sealed class Hearing : IObserver<MonitoredEvent<E>>
    {
        public List<string> All { get; } = [];

        public void OnNext(MonitoredEvent<E> value) => All.Add(value.Event.GetType().Name);

        public void OnError(Exception error) => All.Add(error.Message);

        public void OnCompleted() => All.Add("end");
    }
}
