using System.IO.Pipelines;
using Igloo.Monitoring;
using Igloo.Monitoring.Codecs;
using Igloo.Monitoring.Policies;
using Igloo.Monitoring.Reports;
using Igloo.Monitoring.Streams;

namespace Igloo.Endurance.Fuzzing.Targets;

/// <summary>
/// A program writes bytes through a monitor, under any policy, on a wire that may break: what leaves is exactly the frames that the component
/// permits one after the other, whole, however the bytes are split; decided from the bytes in one piece by a second decoder and the model alone.
/// </summary>
/// <param name="name">The name.</param>
/// <param name="weight">The share.</param>
/// <param name="conversation">The component and its protocol.</param>
/// <param name="wrap">Puts the monitor over the wire: as the product does, or a wrong way that must be found.</param>
internal sealed class OutgoingTarget<TState, TEvent, TSent, TReceived>(
    string name, int weight, Conversation<TState, TEvent, TSent, TReceived> conversation, Func<PermissionMonitor<TState, TEvent>, Stream, Stream>? wrap = null)
    : FuzzTarget(name, weight, "permitted", "refused frame", "refused junk", "dropped frame", "observed frame", "withheld", "broken wire", "pipe")
    where TState : class
    where TEvent : class
{
    private const int MostFrames = 6;
    private static readonly string[] Cases = [.. typeof(TEvent).GetNestedTypes().Select(t => t.Name)];

    public override byte[] Input(Random random) =>
        Mutation.Of(random, [.. Enumerable.Range(0, random.Next(MostFrames)).Select(i => conversation.SentFrame(i, random))], conversation.Words);

    public override void Run(byte[] input, Random choices)
    {
        var (bytes, send) = (Policy(choices), Policy(choices));
        using var monitor = PermissionMonitor.Start(conversation.Component, new() { Policy = Policies(bytes, send) });
        foreach (var e in conversation.Preparing(Messages(input), choices))
        {
            if (conversation.Component.Step(monitor.State, e) is not null) monitor.Perform(e);
        }

        var expected = Expected(input, monitor.State, bytes, send, out var state, out var ends);
        var wire = new RecordingStream([]) { Capacity = choices.Next(8) == 0 ? choices.Next(expected.Count + 1) : int.MaxValue };
        var isPipe = wrap is null && choices.Next(8) == 0;
        var failure = isPipe ? WritePipe(monitor, wire, input, choices) : WriteStream(monitor, wire, input, choices);
        var isBroken = expected.Count > wire.Capacity;
        if (isBroken) Coverage.Count("broken wire");
        if (isPipe) Coverage.Count("pipe");
        if (!wire.Written.SequenceEqual(expected.ToArray().AsSpan(0, Math.Min(expected.Count, wire.Capacity))))
        {
            throw new FuzzFailureException($"Wire has {Convert.ToHexString(wire.Written)}, permitted is {Convert.ToHexString(expected.ToArray())} ({bytes}, {send}, {failure?.GetType().Name ?? "no exception"}).");
        }

        if (!isPipe && wire.Ends.FirstOrDefault(e => !ends.Contains(e)) is var cut and not 0) throw new FuzzFailureException($"Frame was cut: a write ended after {cut} bytes, frames end after {string.Join(", ", ends)}.");
        if (!isBroken && !monitor.State.Equals(state)) throw new FuzzFailureException($"State is {monitor.State}, the permitted frames lead to {state}.");
    }

    private Exception? WriteStream(PermissionMonitor<TState, TEvent> monitor, RecordingStream wire, byte[] input, Random choices)
    {
        using var stream = wrap is null ? monitor.Wrap(wire, conversation.Protocol) : wrap(monitor, wire);
        Exception? first = null;
        foreach (var piece in Mutation.Pieces(input, choices))
        {
            // After a failure writes go on failing, and nothing leaves.
            if (Failure(() => Finished.Of(stream.WriteAsync(piece))) is { } failure) first ??= failure;
            else if (first is not null) throw new FuzzFailureException($"Write succeeds after {first.GetType().Name}.");
        }

        return first;
    }

    private Exception? WritePipe(PermissionMonitor<TState, TEvent> monitor, RecordingStream wire, byte[] input, Random choices)
    {
        var pipe = monitor.Wrap(new WirePipe(wire), conversation.Protocol);
        foreach (var piece in Mutation.Pieces(input, choices))
        {
            if (Failure(() => Finished.Of(pipe.Output.WriteAsync(piece))) is { } failure) return failure;
        }

        return null;
    }

    // What is thrown is documented: a violation, or that the stream has ended.
    private static Exception? Failure(Action write)
    {
        try
        {
            write();
            return null;
        }
        catch (Exception failure) when (failure is PermissionViolationException or IOException)
        {
            return failure;
        }
    }

    private List<byte> Expected(byte[] input, TState before, ViolationPolicy bytes, ViolationPolicy send, out TState state, out HashSet<int> ends)
    {
        var leaving = new List<byte>();
        ends = [];
        state = before;
        for (var at = 0; at < input.Length;)
        {
            var found = conversation.Sent(input.AsSpan(at));
            if (found.Status == DecodingStatus.Incomplete)
            {
                Coverage.Count("withheld");
                return leaving;
            }

            if (found.Status == DecodingStatus.Junk)
            {
                Coverage.Count("refused junk");
                if (!LetsThrough(bytes) || !LetsThrough(send)) return leaving;
                ends.UnionWith(Enumerable.Range(leaving.Count, input.Length - at + 1));
                leaving.AddRange(input[at..]);
                return leaving;
            }

            var frame = input.AsSpan(at, (int)found.Length);
            at += frame.Length;
            if (conversation.Component.Step(state, conversation.Send(found.Message)) is { } next) state = next;
            else if (Refuse(send)) return leaving;
            else if (send == ViolationPolicy.Drop) continue;
            Coverage.Count("permitted");
            leaving.AddRange(frame);
            ends.Add(leaving.Count);
        }

        return leaving;
    }

    private bool Refuse(ViolationPolicy send)
    {
        Coverage.Count(send == ViolationPolicy.Enforce ? "refused frame" : send == ViolationPolicy.Drop ? "dropped frame" : "observed frame");
        return send == ViolationPolicy.Enforce;
    }

    private List<TSent> Messages(byte[] input)
    {
        var messages = new List<TSent>();
        for (var at = 0; at < input.Length && conversation.Sent(input.AsSpan(at)) is { Status: DecodingStatus.Message } found; at += (int)found.Length) messages.Add(found.Message);
        return messages;
    }

    private static MonitorPolicies Policies(ViolationPolicy bytes, ViolationPolicy send)
    {
        var sendCase = typeof(TEvent).GetNestedType("Say") ?? typeof(TEvent).GetNestedType("Send")!;
        return new(bytes) { Events = System.Collections.Immutable.ImmutableDictionary.CreateRange(Cases.Select(c => KeyValuePair.Create(c, c == sendCase.Name ? send : ViolationPolicy.Enforce))) };
    }

    // Most programs run enforced.
    private static ViolationPolicy Policy(Random choices) => choices.Next(8) switch { 0 => ViolationPolicy.Observe, 1 or 2 => ViolationPolicy.Drop, 3 => ViolationPolicy.Off, _ => ViolationPolicy.Enforce };

    private static bool LetsThrough(ViolationPolicy policy) => policy is ViolationPolicy.Observe or ViolationPolicy.Off;

    private sealed class WirePipe(RecordingStream wire) : IDuplexPipe
    {
        public PipeReader Input { get; } = PipeReader.Create(wire, new(leaveOpen: true));

        public PipeWriter Output { get; } = PipeWriter.Create(wire, new(leaveOpen: true));
    }
}
