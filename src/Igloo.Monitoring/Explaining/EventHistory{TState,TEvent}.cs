using System.Collections.Immutable;
using System.Globalization;
using Igloo.IoSpecs;

namespace Igloo.Monitoring.Explaining;

/// <summary>The last events, for messages: a ring that is filled without allocation.</summary>
/// <remarks>A value, so that it lies in the monitor; a copy can be read until the next event.</remarks>
internal struct EventHistory<TState, TEvent>(int length, TimeProvider clock)
    where TState : class
    where TEvent : class
{
    private const int Shown = 3;

    // A power of two.
    private const int TimedPeriod = 4;
    private readonly HistoryEntry<TState, TEvent>[] ring = Empty(Math.Max(length, 1));
    private int next;

    public void Add(long sequence, TEvent e, TState after)
    {
        ref var entry = ref ring[next];
        entry.Sequence = sequence;
        // To read the clock costs as much as the rest of an event, so only every fourth one has its time.
        if ((next & (TimedPeriod - 1)) == 0) entry.Milliseconds = Now();
        // Programs repeat themselves, and writing a reference costs more than comparing it.
        if (!ReferenceEquals(entry.Event, e)) entry.Event = e;
        if (!ReferenceEquals(entry.After, after)) entry.After = after;
        // Without the division that a remainder needs.
        next = next + 1 == ring.Length ? 0 : next + 1;
    }

    /// <summary>The events that are still known, newest first.</summary>
    public readonly IEnumerable<HistoryEntry<TState, TEvent>> NewestFirst()
    {
        for (var back = 1; back <= ring.Length; back++)
        {
            var index = (next - back + ring.Length) % ring.Length;
            if (ring[index].Event is null) yield break;
            yield return ring[index];
        }
    }

    public readonly ImmutableArray<string> Lines()
    {
        // As far back as the time that the others are told from.
        var all = NewestFirst().ToArray();
        var timed = Array.FindIndex(all, entry => entry.IsTimed);
        var time = timed < 0 ? "" : Time(all[timed].Milliseconds) + " ";
        return [.. all.Select((entry, i) => $"#{entry.Sequence} {(i == timed ? time : "")}{EventText.Short(entry.Event)}").Take(Math.Max(Shown, timed + 1)).Reverse()];
    }

    public readonly string SinceLast()
    {
        var last = NewestFirst().FirstOrDefault();
        if (last.Event is null) return "no event yet";
        var timed = NewestFirst().First(entry => entry.IsTimed);
        var seconds = (Now() - timed.Milliseconds) / 1_000.0;
        return string.Create(CultureInfo.InvariantCulture, $"now +{seconds:0.0} s{(timed.Sequence == last.Sequence ? "" : $" after #{timed.Sequence}")}");
    }

    /// <summary>The event since which a property of the state has had its value, as far back as is known.</summary>
    public readonly string Since(Func<TState, object?> property, TState now)
    {
        var value = property(now);
        long? since = null;
        foreach (var entry in NewestFirst())
        {
            if (!Equals(property(entry.After), value)) return since is { } known ? $" since #{known}" : "";
            since = entry.Sequence;
        }

        return "";
    }

    private static HistoryEntry<TState, TEvent>[] Empty(int length)
    {
        var ring = new HistoryEntry<TState, TEvent>[length];
        for (var i = 0; i < length; i++) ring[i].Milliseconds = HistoryEntry<TState, TEvent>.Untimed;
        return ring;
    }

    private readonly string Time(long milliseconds) =>
        clock.GetUtcNow().AddMilliseconds(milliseconds - Now()).ToString("HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    // Milliseconds are enough for a message, and the tick count costs a tenth of a time stamp.
    private readonly long Now() =>
        ReferenceEquals(clock, TimeProvider.System) ? Environment.TickCount64 : (long)clock.GetElapsedTime(0).TotalMilliseconds;
}
