using System.Diagnostics.Metrics;
using System.Reactive.Linq;
using Igloo.AheadOfTime.Node.Model;
using Igloo.Monitoring;
using Igloo.Monitoring.Auditing;
using Igloo.Monitoring.Hosting;
using Igloo.Monitoring.Reactive;
using Igloo.Monitoring.Recovery;
using Igloo.Monitoring.Reports;
using Igloo.Monitoring.Telemetry;
using Igloo.Values;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Igloo.AheadOfTime.Node;

/// <summary>A program that uses a monitor in every way in which reflection takes part, and prints all that it sees.</summary>
internal static class DepotDay
{
    private static readonly Parcel First = new(1);
    private static readonly Parcel Second = new(2);

    public static async Task<int> RunAsync(string log, TextWriter output)
    {
        var depot = DepotLogs.Depot;
        MonitorSnapshot snapshot;
        using (var audit = AuditLog<Depot.Event>.Create(log))
        {
            var options = new MonitorOptions<Depot.State, Depot.Event> { Audit = audit, Clock = new StillClock(), Samples = [new Depot.Event.Weigh(default, 0, 1000)] };
            await using var services = new ServiceCollection()
                .AddIgloo().AddMonitor("depot", _ => depot, _ => options).Configure("depot", s => s.Events["Open"] = ViolationPolicy.Enforce).Services
                .BuildServiceProvider();
            var monitor = services.GetRequiredService<PermissionMonitor<Depot.State, Depot.Event>>();
            using var stored = monitor.Events.OfCase<Depot.Event, Depot.Event.Store>().Subscribe(e => output.WriteLine($"Stored  {e.Parcel} {e.Place}"));
            Work(monitor, output);
            snapshot = monitor.Snapshot();
            Measure(output);
            var health = await services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
            output.WriteLine($"Health  {health.Status}  {string.Join("  ", health.Entries["depot"].Data.OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => $"{d.Key}={d.Value}"))}");
        }

        var json = snapshot.ToJson();
        output.WriteLine($"Snapshot  {json}");
        output.WriteLine($"From log  {DurableLog.SnapshotOf(depot, log).ToJson()}");
        Resume(depot, MonitorSnapshot.Parse(json), output);
        Fill(new Shelf<Parcel>(), output);
        return 0;
    }

    private static void Work(PermissionMonitor<Depot.State, Depot.Event> monitor, TextWriter output)
    {
        Try(() => Receive(monitor, First, Weight.Heavy), output);
        Try(() => monitor.Perform(new Depot.Event.Open("")), output);
        monitor.Perform(new Depot.Event.Open("early \"shift\""));
        Receive(monitor, First, Weight.Heavy);
        Receive(monitor, Second, Weight.Light);
        Try(() => monitor.Perform(new Depot.Event.Store(new(3), new Place.Van())), output);
        monitor.Perform(new Depot.Event.Store(First, new Place.Shelf(4, Weight.Light)));
        Try(() => monitor.Perform(new Depot.Event.Store(Second, new Place.Shelf(4, Weight.Light))), output);
        Try(() => monitor.Perform(new Depot.Event.Store(Second, new Place.Shelf(12, Weight.Heavy))), output);
        monitor.Perform(new Depot.Event.Store(Second, new Place.Van()));
        Try(() => Weigh(monitor, First, -1, 5), output);
        Try(() => Weigh(monitor, First, 7, 3), output);
        Weigh(monitor, First, 7, 9);
        Try(() => monitor.Perform(new Depot.Event.Choose(Second)), output);
        Try(() => monitor.Perform(new Depot.Event.Choose(null)), output);
        Try(() => Send(monitor, First, []), output);
        monitor.Perform(new Depot.Event.Choose(First));
        Try(() => Send(monitor, First, Seq<int>.Of(7, 8)), output);
        Try(() => Send(monitor, Second, Seq<int>.Of(7)), output);
        Send(monitor, First, Seq<int>.Of(7));
        output.WriteLine($"State  {ValueText.Of(monitor.State)}");
    }

    private static void Resume(Depot depot, MonitorSnapshot snapshot, TextWriter output)
    {
        using var read = PermissionMonitor.Resume(depot, snapshot, Restored(depot, snapshot));
        output.WriteLine($"Resumed  {ValueText.Of(read.State)}");
        Try(() => PermissionMonitor.Resume(depot, snapshot, depot.Initial), output);
    }

    private static void Fill(Shelf<Parcel> shelf, TextWriter output)
    {
        using var monitor = PermissionMonitor.Start(shelf, new() { Clock = new StillClock() });
        monitor.Perform(new Shelf<Parcel>.Event.Put(First));
        Try(() => monitor.Perform(new Shelf<Parcel>.Event.Put(First)), output);
        var json = monitor.Snapshot().ToJson();
        using var resumed = PermissionMonitor.Resume(shelf, MonitorSnapshot.Parse(json), new Shelf<Parcel>.State([First]));
        output.WriteLine($"Shelf  {json}  {ValueText.Of(resumed.State)}");
    }

    // The program's own state: here what the model says, so that the snapshot has to be read to compare.
    private static Depot.State Restored(Depot depot, MonitorSnapshot snapshot) => depot.Initial with
    {
        Known = [Second],
        Places = FiniteMap<Parcel, Place>.Empty.Set(Second, new Place.Van()),
        Weights = depot.Initial.Weights.Set(First, 9),
        Loads = [Weight.Heavy, Weight.Light],
        Queue = [(First, 7)],
        IsOpen = !snapshot.IsStopped,
        Note = "early \"shift\"",
        Count = 2,
    };

    private static void Receive(PermissionMonitor<Depot.State, Depot.Event> monitor, Parcel parcel, Weight weight) =>
        monitor.Deliver(monitor.Begin(new Depot.Event.Arrive(default, default)), new Depot.Event.Arrive(parcel, weight));

    private static void Weigh(PermissionMonitor<Depot.State, Depot.Event> monitor, Parcel parcel, int tare, int result)
    {
        var call = monitor.Begin(new Depot.Event.Weigh(parcel, tare, 0));
        var outcome = monitor.Deliver(call, new Depot.Event.Weigh(parcel, tare, result));
        if (outcome == InputOutcome.Accepted) return;
        monitor.Abandon(call);
        throw new InvalidOperationException($"The scale says {result}: {outcome}");
    }

    private static void Send(PermissionMonitor<Depot.State, Depot.Event> monitor, Parcel parcel, Seq<int> tares) =>
        monitor.Succeed(monitor.Begin(new Depot.Event.Leave(parcel, tares), "tcp to the road", bytes: 8));

    private static void Try(Action action, TextWriter output)
    {
        try
        {
            action();
            output.WriteLine("Not refused");
        }
        catch (Exception refused) when (refused is MonitorException or RecoveryRefusedException or InvalidOperationException)
        {
            output.WriteLine(refused.Message);
        }
    }

    private static void Measure(TextWriter output)
    {
        using var listener = new MeterListener { InstrumentPublished = (instrument, l) => { if (instrument.Meter.Name == MonitorInstruments.Name) l.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => output.WriteLine($"Gauge  {instrument.Name} {value}"));
        listener.Start();
        listener.RecordObservableInstruments();
    }
}
