using System.Buffers;
using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace Igloo.Testing.Randomness;

/// <summary>Waits for calls of a codec on another thread, since a codec that loops gives the thread back to nobody.</summary>
internal sealed class CodecWatch(TimeSpan longestCall, TimeSpan longestCheck)
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(100);

    // Written before the time is, and read only while a call does not end.
    private string doing = "";
    private object? message;
    private ReadOnlySequence<byte> bytes;
    private long since;

    /// <summary>A call with bytes begins.</summary>
    public void Begin(string what, in ReadOnlySequence<byte> input)
    {
        (doing, message, bytes) = (what, null, input);
        Volatile.Write(ref since, Stopwatch.GetTimestamp());
    }

    /// <summary>A call begins.</summary>
    public void Begin(string what, object? input)
    {
        (doing, message, bytes) = (what, input, default);
        Volatile.Write(ref since, Stopwatch.GetTimestamp());
    }

    /// <summary>The call has ended.</summary>
    public void End() => Volatile.Write(ref since, 0);

    /// <summary>Runs the check, and gives up where it does not end. Its thread goes on then: nothing can end it but the process.</summary>
    /// <param name="check">The check.</param>
    /// <returns>What does not end; null if the check has ended.</returns>
    public string? Run(Action check)
    {
        ExceptionDispatchInfo? failure = null;
        var worker = new Thread(() =>
        {
            try
            {
                check();
            }
            catch (Exception thrown)
            {
                failure = ExceptionDispatchInfo.Capture(thrown);
            }
        }) { IsBackground = true, Name = "codec law" };
        var started = Stopwatch.GetTimestamp();
        worker.Start();
        while (!worker.Join(Period))
        {
            // Who steps through a codec takes longer.
            if (Debugger.IsAttached) continue;
            var at = Volatile.Read(ref since);
            if (at != 0 && Stopwatch.GetElapsedTime(at) > longestCall) return $"{doing}{Input()} has not ended after {longestCall.TotalSeconds:0.###} s: it loops, or takes too long.";
            if (Stopwatch.GetElapsedTime(started) > longestCheck) return $"the check has not ended after {longestCheck.TotalSeconds:0.###} s; its last call was {doing}{Input()}. Try fewer cases, or a faster codec.";
        }

        failure?.Throw();
        return null;
    }

    private string Input() => message is not null ? $" {message}" : bytes.IsEmpty ? "" : $" {CodecText.Hex(bytes.ToArray())}";
}
