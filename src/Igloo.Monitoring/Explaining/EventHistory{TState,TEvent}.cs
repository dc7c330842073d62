using System.Collections.Immutable;
using System.Globalization;
using Igloo.IoSpecs;

namespace Igloo.Monitoring.Explaining;

/// <summary>The last events, for messages: a ring that is filled without allocation.</summary>
internal sealed class EventHistory<TState, TEvent>(int length, TimeProvider clock)
    where TState : class
    where TEvent : class
{
    private const int Shown = 3;
    private readonly HistoryEntry<TState, TEvent>[] ring = new HistoryEntry<TState, TEvent>[Math.Max(length, 1)];
    private readonly DateTimeOffset startedAt = clock.GetUtcNow();
    private readonly long startedOn = clock.GetTimestamp();
    private readonly long startedTick = Environment.TickCount64;
    private readonly bool isSystemClock = ReferenceEquals(clock, TimeProvider.System);
    private long count;
    private int next;

    public void Add(long sequence, TEvent e, TState after)
    {
        ring[next] = new(sequence, Elapsed(), e, after);
        count++;
        // Without the division that the remainder of a count needs.
        next = next + 1 == ring.Length ? 0 : next + 1;
    }

    /// <summary>The events that are still known, newest first.</summary>
    public IEnumerable<HistoryEntry<TState, TEvent>> NewestFirst()
    {
        for (var i = count - 1; i >= 0 && i >= count - ring.Length; i--) yield return ring[(int)(i % ring.Length)];
    }

    public ImmutableArray<string> Lines()
    {
        var shown = NewestFirst().Take(Shown).Reverse().ToArray();
        return [.. shown.Select((entry, i) => $"#{entry.Sequence} {(i == 0 ? Time(entry.Milliseconds) + " " : "")}{EventText.Short(entry.Event)}")];
    }

    public string SinceLast()
    {
        var last = NewestFirst().FirstOrDefault();
        if (last.Event is null) return "no event yet";
        var seconds = (Elapsed() - last.Milliseconds) / 1_000.0;
        return string.Create(CultureInfo.InvariantCulture, $"now +{seconds:0.0} s");
    }

    /// <summary>The event since which a property of the state has had its value, as far back as is known.</summary>
    public string Since(Func<TState, object?> property, TState now)
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

    private string Time(long milliseconds) =>
        startedAt.AddMilliseconds(milliseconds).ToString("HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    // Milliseconds are enough for a message, and the tick count costs a tenth of a time stamp.
    private long Elapsed() =>
        isSystemClock ? Environment.TickCount64 - startedTick : (long)clock.GetElapsedTime(startedOn).TotalMilliseconds;
}
