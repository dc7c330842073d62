using System.Numerics;
using System.Text;
using Igloo.Components;
using Igloo.Monitoring.Auditing;
using Igloo.Monitoring.Tests.Models;
using Igloo.Values;

namespace Igloo.Monitoring.Tests.Auditing;

public sealed class AuditLogTests
{
    public abstract record Value
    {
        public sealed record Nothing : Value;

        public sealed record Mapped(FiniteMap<Id, int> Map) : Value;

        public sealed record Paired((int, int) Pair) : Value;

        public sealed record Everything(
            bool Truth, long Number, BigInteger Large, string Text, DayOfWeek Day, Id? Sort, (Id, int) Pair, Set<Id> Set, Seq<Value> Seq, FiniteMap<Id, int> Map, Bag<int> Bag) : Value;
    }

    public abstract record Event
    {
        [Internal]
        public sealed record Step(Value Value) : Event;
    }

    [Fact]
    public void Entries_read_back_equal()
    {
        var value = new Value.Everything(
            true, long.MaxValue, BigInteger.Pow(10, 30), "ä\n\"", DayOfWeek.Friday, new Id(3), (new Id(1), 2), Set<Id>.Of(new Id(1), new Id(2)),
            Seq<Value>.Of(new Value.Nothing()), FiniteMap<Id, int>.Empty.Set(new Id(1), 5), Bag<int>.Empty.Add(7).Add(7));
        AuditEntry<Event>[] entries =
        [
            new(0, DateTimeOffset.UnixEpoch, AuditKind.Start, Text: "x"),
            new(1, DateTimeOffset.UnixEpoch, AuditKind.Internal, new Event.Step(value)),
            new(2, DateTimeOffset.UnixEpoch, AuditKind.Done, Intent: 1),
        ];

        Assert.Equal(entries, AuditLogReader.Read<Event>(new MemoryStream(Written(entries))));
    }

    [Fact]
    public void Torn_last_line_is_left_out()
    {
        var bytes = Written([new(0, default, AuditKind.Start), new(1, default, AuditKind.Internal, new Event.Step(new Value.Nothing()))]);

        Assert.All(Enumerable.Range(1, 20), cut => Assert.Single(AuditLogReader.Read<Event>(new MemoryStream(bytes[..^cut]))));
    }

    [Fact]
    public void Damage_before_the_last_line_is_an_error()
    {
        var text = Encoding.UTF8.GetString(Written([new(0, default, AuditKind.Start), new(1, default, AuditKind.Stop)]));

        Assert.Throws<InvalidDataException>(() => AuditLogReader.Read<Event>(new MemoryStream(Encoding.UTF8.GetBytes(text[5..]))));
        Assert.Throws<InvalidDataException>(() => AuditLogReader.Read<Event>(new MemoryStream(Encoding.UTF8.GetBytes(text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..]))));
    }

    [Theory]
    [InlineData("internal", "")]
    [InlineData("internal", ",\"event\":null")]
    [InlineData("internal", ",\"event\":{}")]
    [InlineData("internal", ",\"event\":{\"case\":\"Step\",\"Value\":{}}")]
    [InlineData("internal", ",\"event\":{\"case\":\"Step\",\"Value\":{\"case\":\"Mapped\",\"Map\":[null]}}")]
    [InlineData("internal", ",\"event\":{\"case\":\"Step\",\"Value\":{\"case\":\"Paired\",\"Pair\":[1]}}")]
    [InlineData("internal", ",\"event\":{\"case\":\"Step\",\"Value\":{\"case\":\"Mapped\",\"Map\":{}}}")]
    [InlineData("intent", "")]
    [InlineData("done", "")]
    [InlineData("state", "")]
    [InlineData("77", "")]
    public void Line_without_what_its_kind_needs_is_damage(string kind, string rest)
    {
        var log = $"{{\"seq\":0,\"at\":\"2020-01-01T00:00:00Z\",\"kind\":\"start\"}}\n{{\"seq\":1,\"at\":\"2020-01-01T00:00:00Z\",\"kind\":\"{kind}\"{rest}}}\n";

        Assert.Contains(":2: the line is damaged", Assert.Throws<InvalidDataException>(() => AuditLogReader.Read<Event>(new MemoryStream(Encoding.UTF8.GetBytes(log)))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Monitor_records_intent_before_and_outcome_after()
    {
        var stream = new MemoryStream();
        using var monitor = PermissionMonitor.Start(new Counter(), new() { Audit = new AuditLog<Counter.Event>(stream) });

        var call = monitor.Begin(new Counter.Event.Keep(0));
        Assert.Equal([AuditKind.Start, AuditKind.Intent], Kinds(stream));
        monitor.Succeed(call);
        monitor.Fail(monitor.Begin(new Counter.Event.Keep(1)));
        monitor.TryDo(new Counter.Event.Take(3));

        Assert.Equal([AuditKind.Start, AuditKind.Intent, AuditKind.Done, AuditKind.Intent, AuditKind.Failed, AuditKind.Input], Kinds(stream));
    }

    private static IEnumerable<AuditKind> Kinds(MemoryStream stream) =>
        AuditLogReader.Read<Counter.Event>(new MemoryStream(stream.ToArray())).Select(e => e.Kind);

    private static byte[] Written(AuditEntry<Event>[] entries)
    {
        var stream = new MemoryStream();
        using var log = new AuditLog<Event>(stream);
        foreach (var entry in entries) log.Record(entry);
        return stream.ToArray();
    }
}
