using Igloo.Components;
using Igloo.Monitoring;
using Igloo.Monitoring.Codecs;
using Igloo.Monitoring.Messages;
using Igloo.Monitoring.Streams;

namespace Igloo.Endurance.Fuzzing.Targets;

/// <summary>A peer sends bytes: the program gets exactly those of the messages that the component may receive, each after its event.</summary>
internal sealed class IncomingTarget<TState, TEvent, TSent, TReceived>(
    string name, int weight, Conversation<TState, TEvent, TSent, TReceived> conversation, Func<PermissionMonitor<TState, TEvent>, Stream, Stream>? wrap = null)
    : FuzzTarget(name, weight, "received", "refused", "cut off", "ended", "observed")
    where TState : class
    where TEvent : class
{
    private const int MostFrames = 6;

    public override byte[] Input(Random random) =>
        Mutation.Of(random, [.. Enumerable.Range(0, random.Next(MostFrames)).Select(_ => conversation.ReceivedFrame(random))], conversation.Words);

    public override void Run(byte[] input, Random choices)
    {
        var isObserved = choices.Next(4) == 0;
        using var monitor = PermissionMonitor.Start(conversation.Component, new() { Policy = isObserved ? ViolationPolicy.Observe : ViolationPolicy.Enforce });
        var expected = Expected(input, isObserved, out var state, out var failure);
        var wire = new RecordingStream(Mutation.Pieces(input, choices));
        using var stream = wrap is null ? monitor.Wrap(wire, conversation.Protocol) : wrap(monitor, wire);
        var read = new List<byte>();
        var thrown = ReadAll(stream, read, choices);
        if (thrown?.GetType() != failure) throw new FuzzFailureException($"Reading ends with {thrown?.GetType().Name ?? "no exception"}, not with {failure?.Name ?? "none"}.");
        if (!read.SequenceEqual(input.Take(expected))) throw new FuzzFailureException($"Read are {Convert.ToHexString(read.ToArray())}, the first {expected} of {Convert.ToHexString(input)} may be.");
        if (!monitor.State.Equals(state)) throw new FuzzFailureException($"State is {monitor.State}, the messages lead to {state}.");
        if (wire.Written.Length > 0) throw new FuzzFailureException("Reading writes.");
    }

    private static Exception? ReadAll(Stream stream, List<byte> read, Random choices)
    {
        var buffer = new byte[choices.Next(1, 40)];
        try
        {
            for (int count; (count = Finished.Of(stream.ReadAsync(buffer))) > 0;) read.AddRange(buffer.AsSpan(0, count));
            return null;
        }
        catch (Exception failure) when (failure is RefusedInputException or EndOfStreamException)
        {
            return failure;
        }
    }

    private int Expected(byte[] input, bool isObserved, out TState state, out Type? failure)
    {
        state = conversation.Component.Initial;
        failure = null;
        var at = 0;
        while (at < input.Length)
        {
            var found = conversation.Received(input.AsSpan(at));
            var e = found.Status == DecodingStatus.Message ? conversation.Receive(found.Message) : null;
            if (e is not null && EventSignature.Of(e.GetType()).IsWellTyped(e) && conversation.Component.Next(state, e) is { } next)
            {
                Coverage.Count("received");
                at += (int)found.Length;
                state = next;
                continue;
            }

            Coverage.Count(isObserved ? "observed" : found.Status == DecodingStatus.Incomplete ? "cut off" : "refused");
            if (isObserved) return input.Length;
            failure = found.Status == DecodingStatus.Incomplete ? typeof(EndOfStreamException) : typeof(RefusedInputException);
            return at;
        }

        Coverage.Count("ended");
        return at;
    }
}
