using System.Net;
using System.Reflection;
using Igloo.Monitoring.Automatic;
using Igloo.Monitoring.Reports;
using LeaderElection.Model;
using Microsoft.Extensions.Logging;

namespace Igloo.Monitoring.Hosting.Tests;

/// <summary>What operators filter and alert on: numbers, names and properties of the records must not change by accident.</summary>
public sealed class MonitorLogTests
{
    private static readonly Dictionary<string, (MonitorReport Report, string Record)> Records = new()
    {
        ["ModelFault"] = (
            new MonitorReport.ModelFault(default, "Receive(5)", "Next failed", null),
            "7002 Error Component=node Event=Receive(5) Reason=Next failed Advice=Next must not fail, and no guard may read an input: branch in the update instead"),
        ["IllTypedInput"] = (
            new MonitorReport.IllTypedInput(default, "Receive(5)"),
            "7003 Warning Component=node Event=Receive(5) Advice=the peer or the codec is wrong; where they are right, Returns of the operation is too strict"),
        ["DroppedDatagram"] = (
            new MonitorReport.DroppedDatagram(default, new IPEndPoint(IPAddress.Loopback, 9), 12, DropReason.Junk),
            "7004 Debug Component=node Reason=Junk Length=12 From=127.0.0.1:9"),
        ["AuditFailure"] = (new MonitorReport.AuditFailure(default, "no space left", IsLost: true), "7005 Critical Component=node Reason=no space left IsLost=True"),
        ["Anchored"] = (new MonitorReport.Anchored(default, "Setup()"), "7006 Warning Component=node Event=Setup()"),
        ["GrowingState"] = (
            new MonitorReport.GrowingState(default, "Inbox", 9_000),
            "7007 Warning Component=node Field=Inbox Size=9000 Advice=retire entries by an internal event that a component refinement maps to skip"),
        ["AssumptionNotMet"] = (
            new MonitorReport.AssumptionNotMet(default, "2 was heard"),
            "7008 Error Component=node What=2 was heard Advice=what is proved of the composition need not hold any more: restart the system, or weaken the environment model"),
        ["AutomaticEvents"] = (
            new MonitorReport.AutomaticEvents(default, new AutomaticVerdict.Holds(3, IsComplete: true)),
            "7009 Warning Component=node Verdict=they end, in one state, and take nothing away, in all 3 states over the values that occur. Advice=Prove it for all with igloo verify"),
        ["RefusedMessage"] = (new MonitorReport.RefusedMessage(default, "tcp to 127.0.0.1:9", DropReason.Junk), "7010 Warning Component=node Reason=Junk Channel=tcp to 127.0.0.1:9"),
        ["ListenerFailure"] = (
            new MonitorReport.ListenerFailure(default, ListenerKind.Events, new InvalidOperationException("deaf")),
            "7012 Error Component=node Listener=Events Reason=InvalidOperationException: deaf Advice=catch in it what may fail there"),
    };

    public static TheoryData<string> Names => [.. Records.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Record_has_its_number_its_component_and_its_advice(string name)
    {
        var record = Logged(Records[name].Report);

        Assert.Equal(Records[name].Record, record.ToString());
        Assert.Equal(name, record.Id.Name);
        Assert.All(record.Properties, p => Assert.Contains(p.Value?.ToString() ?? "", record.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Record_of_a_violation_has_its_component_and_its_advice()
    {
        using var monitor = PermissionMonitor.Start(new RingNode(new Node(0), new Ring(3).AddressOf(new Node(1)), new Ring(3)), new() { Name = "node" });
        var violation = Assert.Throws<PermissionViolationException>(() => monitor.Begin(new RingNode.Event.Send(new Ring(3).AddressOf(new Node(1)), new Node(2)))).Violation;

        var record = Logged(new MonitorReport.Violation(default, violation));

        Assert.Equal((7001, LogLevel.Error), (record.Id.Id, record.Level));
        Assert.Equal(["Violation", "Component", "Attempted", "Kind", "Advice"], record.Properties.Select(p => p.Key));
        Assert.Equal("node", record["Component"]);
        Assert.Equal(violation.Advice.Length > 0 ? violation.Advice : violation.Nearest, record["Advice"]);
        Assert.NotEqual("", record["Advice"]);
    }

    [Fact]
    public void Every_kind_of_report_has_a_number_of_its_own() =>
        Assert.Equal(typeof(MonitorReport).GetNestedTypes().Select(t => t.Name).Order(), Records.Keys.Append("Violation").Order());

    [Fact]
    public void Numbers_names_and_properties_are_documented()
    {
        var root = typeof(MonitorLogTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;
        var rows = File.ReadAllLines(Path.Combine(root, "src", "Igloo.Monitoring", "LOGS.md"));

        foreach (var record in Records.Values.Select(r => Logged(r.Report)))
        {
            var row = Assert.Single(rows, r => r.StartsWith($"| {record.Id.Id} ", StringComparison.Ordinal));
            Assert.Contains($"`{record.Id.Name}` | {record.Level} |", row, StringComparison.Ordinal);
            Assert.All(record.Properties.Where(p => p.Key != "Component"), p => Assert.Contains($"`{p.Key}`", row, StringComparison.Ordinal));
        }
    }

    private static LogRecord Logged(MonitorReport report)
    {
        var logger = new Recorder();
        logger.Report("node", report);
        return Assert.Single(logger.Written);
    }

    private sealed record LogRecord(EventId Id, LogLevel Level, string Text, IReadOnlyList<KeyValuePair<string, object?>> Properties)
    {
        public object? this[string name] => Properties.Single(p => p.Key == name).Value;

        public override string ToString() => $"{Id.Id} {Level} {string.Join(' ', Properties.Select(p => $"{p.Key}={p.Value}"))}";
    }

    private sealed class Recorder : ILogger
    {
        public List<LogRecord> Written { get; } = [];

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Add(new(eventId, logLevel, formatter(state, exception), [.. ((IReadOnlyList<KeyValuePair<string, object?>>)state!).Where(p => p.Key != "{OriginalFormat}")]));

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;
    }
}
