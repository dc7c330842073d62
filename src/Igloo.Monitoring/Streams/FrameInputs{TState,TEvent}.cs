using System.Buffers;
using System.Runtime.CompilerServices;
using Igloo.IoSpecs;
using Igloo.Monitoring.Codecs;
using Igloo.Monitoring.Messages;
using Igloo.Monitoring.Permissions;
using Igloo.Monitoring.Reports;

namespace Igloo.Monitoring.Streams;

/// <summary>Makes inputs of a component of frames: permission first, then the bytes, then the event, then the program.</summary>
internal sealed class FrameInputs<TState, TEvent>(PermissionMonitor<TState, TEvent> monitor, StreamProtocol<TEvent> protocol, string name)
    where TState : class
    where TEvent : class
{
    private EventPlan<TEvent>? lastReceived;

    // The permission to receive, while there is no event.
    private IoCall<TEvent> asked;
    private bool isAsking;

    /// <summary>The reads, one after another.</summary>
    public Turns Turns { get; } = new(name);

    /// <summary>Only where violations are merely observed: after a refused input there are no frames any more.</summary>
    public bool IsUnframed { get; private set; }

    /// <summary>Permission comes before anything is read.</summary>
    public void Ask(Type caseType, bool isTakenInside)
    {
        if (monitor.FindPlan(caseType, ref lastReceived) is not { Sample: { } sample } plan) throw new ArgumentException($"{caseType.Name} is no case with inputs.");
        monitor.RequireAcceptance(isTakenInside);
        asked = monitor.Begin(plan, sample, name);
        isAsking = true;
    }

    /// <summary>Gives the permission back, if no event has used it.</summary>
    /// <returns>Whether it was there.</returns>
    public bool Abandon()
    {
        if (!isAsking) return false;
        isAsking = false;
        monitor.Abandon(asked);
        return true;
    }

    /// <summary>Whether the bytes of a refused input go on all the same.</summary>
    public bool IsLetThrough(Exception failure) => failure is RefusedInputException or EndOfStreamException && monitor.LetsThrough(protocol.ReceivedCase);

    /// <summary>From here on bytes are passed on as they are.</summary>
    public void Unframe()
    {
        Abandon();
        IsUnframed = true;
    }

    /// <summary>That bytes without frames may go on: a policy that was switched since they lost their frames holds for them too.</summary>
    /// <exception cref="RefusedInputException">They may not.</exception>
    public void RequireLetThrough()
    {
        if (!monitor.LetsThrough(protocol.ReceivedCase)) throw monitor.Refuse(name, DropReason.Junk);
    }

    /// <summary>What an end inside a frame is.</summary>
    public EndOfStreamException Cut(long rest) => new($"{name} ended inside a frame, after {rest} bytes of it.");

    /// <summary>Records the event of the first frame.</summary>
    /// <param name="bytes">What was received and belongs to no earlier frame.</param>
    /// <param name="caseType">The case that was asked for.</param>
    /// <param name="accept">Takes the event over inside the monitor lock, or null.</param>
    /// <param name="length">The length of the frame.</param>
    /// <returns>The event; null while the frame is not complete.</returns>
    /// <exception cref="RefusedInputException">The bytes are no message, or one that cannot be passed on.</exception>
    public TCase? Record<TCase>(in ReadOnlySequence<byte> bytes, Type caseType, Action<TCase>? accept, out int length)
        where TCase : class, TEvent
    {
        length = 0;
        if (bytes.IsEmpty) return null;
        var decoding = protocol.DecodeReceived(bytes);
        if (decoding.Status == DecodingStatus.Incomplete && bytes.Length < protocol.LongestReceived) return null;
        if (decoding.Status != DecodingStatus.Message) throw monitor.Refuse(name, DropReason.Junk);
        if (decoding.Message.GetType() != caseType) throw new InvalidOperationException($"The codec decoded {EventText.Short(decoding.Message)} where a {caseType.Name} was received.");
        var received = Unsafe.As<TCase>(decoding.Message);
        if (Deliver(received, accept).Refusal() is { } reason) throw monitor.Refuse(name, reason);
        isAsking = false;
        length = checked((int)decoding.Length);
        return received;
    }

    private InputOutcome Deliver<TCase>(TCase received, Action<TCase>? accept)
        where TCase : class, TEvent
    {
        var isRecorded = false;
        try
        {
            return monitor.Deliver(asked, received, accept, ref isRecorded);
        }
        catch (Exception failure) when (isRecorded)
        {
            // The program did not take it over: the frame may neither be delivered again nor be left out. One that was not recorded is read again.
            Turns.End(failure);
            throw;
        }
    }
}
