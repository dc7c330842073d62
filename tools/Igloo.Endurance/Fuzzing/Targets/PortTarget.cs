using Igloo.Endurance.Models;
using Igloo.Monitoring;
using Igloo.Monitoring.Messages;
using Igloo.Monitoring.Reports;
using E = Igloo.Endurance.Models.Dialogue.Event;

namespace Igloo.Endurance.Fuzzing.Targets;

/// <summary>Messages to and from a transport of whole messages that fails now and then: what reaches it is what the component permits, and nothing after a failure.</summary>
internal sealed class PortTarget() : FuzzTarget("message-port", 6, "sent", "refused", "failed", "received", "refused input", "ended")
{
    private const int MostSteps = 12;
    private static readonly Dialogue Model = new();

    // Each byte is a message to send or, from 128 on, one that arrives.
    public override byte[] Input(Random random)
    {
        var next = 0;
        return [.. Enumerable.Range(0, random.Next(MostSteps)).Select(_ => (byte)(random.Next(3) == 0 ? random.Next(256) : random.Next(2) == 0 ? next++ : 128 + random.Next(8)))];
    }

    public override void Run(byte[] input, Random choices)
    {
        using var monitor = PermissionMonitor.Start(Model);
        var transport = new Transport(choices.Next(3) == 0 ? choices.Next(4) : int.MaxValue);
        using var port = monitor.Over(transport, new Codec());
        var (state, isBroken, isClosed) = (Model.Initial, false, false);
        foreach (var step in input)
        {
            if (step >= 128) (state, isClosed) = Receive(port, transport, state, step - 128, isClosed);
            else (state, isBroken) = Send(port, transport, state, step, isBroken);
        }
    }

    private (Dialogue.State State, bool IsBroken) Send(MonitoredPort<Dialogue.State, E, string> port, Transport transport, Dialogue.State state, int number, bool isBroken)
    {
        var e = new E.Say(number);
        var next = isBroken ? null : Model.Step(state, e);
        var before = transport.Sent.Count;
        var fails = next is not null && before >= transport.Capacity;
        var failure = Failure(() => Finished.Of(port.SendAsync(e)));
        Coverage.Count(fails ? "failed" : next is null ? "refused" : "sent");
        var expected = fails || isBroken ? typeof(IOException) : next is null ? typeof(PermissionViolationException) : null;
        if (failure?.GetType() != expected) throw new FuzzFailureException($"Sending {e} in {state} ends with {failure?.GetType().Name ?? "success"}, not {expected?.Name ?? "success"}.");
        var left = transport.Sent.Skip(before).ToArray();
        if (!left.SequenceEqual(expected is null ? [$"{number}"] : [])) throw new FuzzFailureException($"Transport got {string.Join(", ", left)} for {e} in {state}.");
        return fails ? (state, true) : (next ?? state, isBroken);
    }

    private (Dialogue.State State, bool IsClosed) Receive(MonitoredPort<Dialogue.State, E, string> port, Transport transport, Dialogue.State state, int kind, bool isClosed)
    {
        var word = kind switch { 0 => null, 1 => "?", 2 => "sesquipedalian", _ => new string('w', kind % 6) };
        transport.Arriving = word;
        E.Hear? heard = null;
        var failure = Failure(() => heard = Finished.Of(port.ReceiveAsync<E.Hear>()));
        var isRefused = word is "?" or { Length: > 5 };
        Coverage.Count(isClosed || isRefused ? "refused input" : word is null ? "ended" : "received");
        // A refusal before has stopped the component where a send has failed: then nothing may be received.
        if (failure is PermissionViolationException && port.Monitor.Health.Status == Monitoring.Health.MonitorStatus.Stopped) return (state, isClosed);
        if ((failure is IOException) != (isClosed || isRefused)) throw new FuzzFailureException($"Receiving {word ?? "the end"} ends with {failure?.GetType().Name ?? "success"}.");
        if (heard?.Word != (isClosed || isRefused ? null : word)) throw new FuzzFailureException($"Received {heard}, sent was {word}.");
        return heard is null ? (state, isClosed || isRefused) : (Model.Step(state, heard)!, isClosed);
    }

    private static Exception? Failure(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (Exception failure) when (failure is PermissionViolationException or IOException)
        {
            return failure;
        }
    }

    private sealed class Transport(int capacity) : IMessagePort<string>
    {
        public int Capacity => capacity;

        public List<string> Sent { get; } = [];

        public string? Arriving { get; set; }

        public string Name => "transport";

        public PortKind Kind => PortKind.Ordered;

        public ValueTask SendAsync(string message, CancellationToken cancellation)
        {
            if (Sent.Count >= capacity) return ValueTask.FromException(new IOException("broken"));
            Sent.Add(message);
            return default;
        }

        public ValueTask<Arrival<string>> ReceiveAsync(CancellationToken cancellation) => new(Arriving is null ? Arrival<string>.Ended : Arrival<string>.Of(Arriving));
    }

    private sealed class Codec : IMessageCodec<E, string>
    {
        public string Encode(E sent) => $"{((E.Say)sent).N}";

        public bool TryDecode(string message, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out E? received)
        {
            received = message == "?" ? null : new E.Hear(message);
            return received is not null;
        }
    }
}
