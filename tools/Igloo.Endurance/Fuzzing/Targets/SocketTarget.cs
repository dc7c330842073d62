using System.Net;
using System.Net.Sockets;
using Igloo.Endurance.Fuzzing.References;
using Igloo.Monitoring;
using Igloo.Monitoring.Datagrams;
using Igloo.Monitoring.Reports;
using Igloo.Values;
using Tftp.Model;
using Tftp.Wire;

namespace Igloo.Endurance.Fuzzing.Targets;

/// <summary>A TFTP server's transfer over real sockets on loopback: datagrams of any content to and from a client; what arrives there is what the model permits.</summary>
internal sealed class SocketTarget : FuzzTarget, IDisposable
{
    private const string File = "f";
    private static readonly byte[] Last = [0, 5, 0, 77, 0];
    private static readonly Content Stored = new(new StoredFile(Enumerable.Range(0, 1_100).Select(i => (byte)(i % 251)).ToArray()));
    private readonly UdpClient client = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly UdpClient own = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly DatagramTarget datagrams = new();
    private readonly byte[] buffer = new byte[2_048];

    public SocketTarget()
        : base("tftp-socket", 2, "permitted", "refused", "no event", "acknowledged") => client.Client.ReceiveTimeout = 30_000;

    private IPEndPoint Client => (IPEndPoint)client.Client.LocalEndPoint!;

    // Each byte is a step; where it needs a datagram of any content, the seed makes it.
    public override byte[] Input(Random random)
    {
        var steps = new byte[random.Next(12)];
        random.NextBytes(steps);
        return steps;
    }

    public override void Run(byte[] input, Random choices)
    {
        var model = new Transfer(Address.Of(Client), File, Set<string>.Of("tsize"), new StoredFiles());
        using var monitor = PermissionMonitor.Start(model);
        var server = monitor.Wrap(own, new TransferCodec());
        var read = new Transfer.Event.Read(File, Stored);
        monitor.Deliver(monitor.Begin(read), read);
        var state = monitor.State;
        foreach (var step in input)
        {
            state = step % 4 == 0 ? Receive(server, model, state, step, choices) : step % 16 == 1 ? TimeOut(monitor, model, state) : Send(server, model, state, step, choices);
            if (!monitor.State.Equals(state)) throw new FuzzFailureException($"State is {monitor.State}, by the model {state}.");
        }
    }

    public void Dispose()
    {
        client.Dispose();
        own.Dispose();
    }

    private static Transfer.State TimeOut(PermissionMonitor<Transfer.State, Transfer.Event> monitor, Transfer model, Transfer.State state)
    {
        if (model.Step(state, new Transfer.Event.TimeOut()) is not { } next) return state;
        monitor.Perform(new Transfer.Event.TimeOut());
        return next;
    }

    private Transfer.State Send(MonitoredUdpClient<Transfer.State, Transfer.Event> server, Transfer model, Transfer.State state, byte step, Random choices)
    {
        var datagram = (step % 3) switch
        {
            0 => datagrams.Input(choices),
            1 => Packets.OptionAck("tsize", choices.Next(4) == 0 ? 1_000 : 1_100),
            _ => Data(step % 7 == 0 ? choices.Next(5) : Math.Max(1, state.Current)),
        };
        var sent = Datagrams.Sent(datagram) is { } packet ? new Transfer.Event.Send(Address.Of(Client), packet) : null;
        var next = sent is null ? null : model.Step(state, sent);
        Coverage.Count(next is not null ? "permitted" : sent is null ? "no event" : "refused");
        var isRefused = false;
        try
        {
            Wait(server.SendAsync(datagram, Client).AsTask());
        }
        catch (PermissionViolationException)
        {
            isRefused = true;
        }

        if (isRefused != next is null) throw new FuzzFailureException($"Sending {Convert.ToHexString(datagram)} in {state} is {(isRefused ? "refused" : "permitted")}.");

        // Loopback keeps the order: what comes before the datagram of the test itself is all that has left.
        own.Send(Last, Client);
        var arrived = Arrive();
        if (next is null && !arrived.SequenceEqual(Last)) throw new FuzzFailureException($"Refused, but on the wire: {Convert.ToHexString(arrived)}.");
        if (next is not null && (!arrived.SequenceEqual(datagram) || !Arrive().SequenceEqual(Last))) throw new FuzzFailureException($"Permitted {Convert.ToHexString(datagram)}, on the wire: {Convert.ToHexString(arrived)}.");
        return next ?? state;
    }

    private Transfer.State Receive(MonitoredUdpClient<Transfer.State, Transfer.Event> server, Transfer model, Transfer.State state, byte step, Random choices)
    {
        byte[] datagram = step % 8 == 0 ? datagrams.Input(choices) : [0, 4, 0, (byte)(step % 3 == 0 ? choices.Next(4) : state.Current)];
        var (kind, number) = Datagrams.Answer(datagram);
        if (kind == AnswerKind.Ack) Coverage.Count("acknowledged");
        client.Send(datagram, (IPEndPoint)own.Client.LocalEndPoint!);
        var got = Wait(server.ReceiveAsync().AsTask());
        if (!got.Buffer.SequenceEqual(datagram)) throw new FuzzFailureException($"Received {Convert.ToHexString(got.Buffer)}, sent were {Convert.ToHexString(datagram)}.");
        return model.Step(state, new Transfer.Event.Receive(new(Address.Of(Client), kind, number))) ?? state;
    }

    private byte[] Arrive() => buffer[..client.Client.Receive(buffer)];

    private static byte[] Data(int number)
    {
        var block = new StoredFiles().BlockOf(Stored, number);
        return Packets.Data(number, Encoding(block));
    }

    private static byte[] Encoding(Block block) => System.Text.Encoding.Latin1.GetBytes(block.Bytes);

    private static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();
}
