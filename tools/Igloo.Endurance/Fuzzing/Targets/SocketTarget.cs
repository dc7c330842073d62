using System.Net;
using System.Net.Sockets;
using System.Text;
using Igloo.Endurance.Fuzzing.References;
using Igloo.Monitoring;
using Igloo.Monitoring.Datagrams;
using Igloo.Monitoring.Reports;
using Igloo.Values;
using Tftp.Model;
using Tftp.Wire;

namespace Igloo.Endurance.Fuzzing.Targets;

/// <summary>A TFTP server's transfer over real sockets on loopback: datagrams of any content to and from a client and a stranger; what arrives there is what the model permits.</summary>
internal sealed class SocketTarget : FuzzTarget, IDisposable
{
    private const string File = "f";
    private const int LongestBlocks = 600;
    private static readonly byte[] Last = [0, 5, 0, 77, 0];
    private static readonly Content Stored = new(new StoredFile(Enumerable.Range(0, 1_100).Select(i => (byte)(i % 251)).ToArray()));
    private readonly UdpClient client = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly UdpClient stranger = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly UdpClient own = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly byte[] buffer = new byte[2_048];
    private readonly IDatagramObserver<Transfer.Event> codec;

    public SocketTarget()
        : this(new TransferCodec())
    {
    }

    /// <param name="codec">What reads the datagrams.</param>
    public SocketTarget(IDatagramObserver<Transfer.Event> codec)
        : base("tftp-socket", 2, "block sent", "options sent", "failure sent", "refused", "no packet", "acknowledged", "stranger told")
    {
        this.codec = codec;
        client.Client.ReceiveTimeout = stranger.Client.ReceiveTimeout = 30_000;
    }

    // Each byte is a step; where it needs a datagram of any content, the seed makes it.
    public override byte[] Input(Random random)
    {
        var steps = new byte[random.Next(12)];
        random.NextBytes(steps);
        return steps;
    }

    public override void Run(byte[] input, Random choices)
    {
        // What an input that failed has left behind is not of this one.
        foreach (var socket in new[] { client, stranger, own })
        {
            while (socket.Available > 0) Arrive(socket);
        }

        var model = new Transfer(Address.Of(At(client)), new(File, new(LongestBlocks, 0, false)), new StoredFiles());
        using var monitor = PermissionMonitor.Start(model);
        var server = monitor.Wrap(own, codec);
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
        stranger.Dispose();
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
        var to = choices.Next(8) == 0 ? stranger : client;
        var datagram = (step % 3) switch
        {
            _ when to == stranger && choices.Next(2) == 0 => Packets.Error(choices.Next(4, 7), "no"),
            0 => DatagramTarget.Any(choices),
            1 => Packets.OptionAck(Options(choices)),
            _ => Data(choices.Next(8) == 0 ? Block.Full : state.BlockLength, step % 7 == 0 ? choices.Next(5) : Math.Max(1, state.Current)),
        };
        var packet = Datagrams.Packet(datagram);
        var next = model.Step(state, new Transfer.Event.Send(Address.Of(At(to)), packet));
        Coverage.Count(packet.Kind switch
        {
            PacketKind.Other => "no packet",
            _ when next is null => "refused",
            PacketKind.Data => "block sent",
            PacketKind.OptionAck => "options sent",
            _ => to == stranger ? "stranger told" : "failure sent",
        });
        if (packet.Kind == PacketKind.Other && next is not null) throw new FuzzFailureException($"The model permits {Convert.ToHexString(datagram)}, which is no packet.");
        var isRefused = false;
        try
        {
            Wait(server.SendAsync(datagram, At(to)).AsTask());
        }
        catch (PermissionViolationException)
        {
            isRefused = true;
        }

        if (isRefused != next is null) throw new FuzzFailureException($"Sending {Convert.ToHexString(datagram)} in {state} is {(isRefused ? "refused" : "permitted")}.");

        // Loopback keeps the order: what comes before the datagram of the test itself is all that has left.
        own.Send(Last, At(to));
        var arrived = Arrive(to);
        if (next is null && !arrived.SequenceEqual(Last)) throw new FuzzFailureException($"Refused, but on the wire: {Convert.ToHexString(arrived)}.");
        if (next is not null && (!arrived.SequenceEqual(datagram) || !Arrive(to).SequenceEqual(Last))) throw new FuzzFailureException($"Permitted {Convert.ToHexString(datagram)}, on the wire: {Convert.ToHexString(arrived)}.");
        return next ?? state;
    }

    private Transfer.State Receive(MonitoredUdpClient<Transfer.State, Transfer.Event> server, Transfer model, Transfer.State state, byte step, Random choices)
    {
        byte[] datagram = step % 8 == 0 ? DatagramTarget.Any(choices) : [0, 4, 0, (byte)(step % 3 == 0 ? choices.Next(4) : state.Current)];
        var answer = Datagrams.Answer(datagram);
        if (answer.Kind == AnswerKind.Ack) Coverage.Count("acknowledged");
        var from = choices.Next(4) == 0 ? stranger : client;
        from.Send(datagram, At(own));
        var got = Wait(server.ReceiveAsync().AsTask());
        if (!got.Buffer.SequenceEqual(datagram) || !got.RemoteEndPoint.Equals(At(from))) throw new FuzzFailureException($"Received {Convert.ToHexString(got.Buffer)}, sent were {Convert.ToHexString(datagram)}.");
        return model.Step(state, new Transfer.Event.Receive(new(Address.Of(At(from)), answer))) ?? state;
    }

    private byte[] Arrive(UdpClient at) => buffer[..at.Client.Receive(buffer)];

    private static IPEndPoint At(UdpClient socket) => (IPEndPoint)socket.Client.LocalEndPoint!;

    private static byte[] Data(int length, int number) => Packets.Data(number, Encoding.Latin1.GetBytes(new StoredFiles().BlockOf(Stored, length, number).Bytes));

    private static IEnumerable<Option> Options(Random choices)
    {
        if (choices.Next(2) == 0) yield return new(Option.BlockSize, $"{choices.Next(Block.Full - 1, LongestBlocks + 2)}");
        if (choices.Next(3) > 0) yield return new(Option.FileSize, $"{(choices.Next(4) == 0 ? 1_000 : 1_100)}");
        if (choices.Next(16) == 0) yield return new("x", "1");
    }

    private static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();
}
