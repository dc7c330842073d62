namespace Igloo.Monitoring.Runs;

/// <summary>What a line of a log says: a closed set.</summary>
/// <typeparam name="TEvent">Events of the component.</typeparam>
public abstract record LogLine<TEvent>
    where TEvent : class
{
    /// <summary>An event.</summary>
    /// <param name="Event">The event.</param>
    /// <param name="At">When: guides the search, never the verdict.</param>
    /// <param name="IsCertain">Whether it is known to have happened; a line that is written before a send is not.</param>
    public sealed record Happened(TEvent Event, DateTimeOffset At = default, bool IsCertain = true) : LogLine<TEvent>;

    /// <summary>It is about something else.</summary>
    public sealed record Other : LogLine<TEvent>;

    /// <summary>It is about an event and cannot be read.</summary>
    /// <param name="Why">What is wrong with it.</param>
    public sealed record Damaged(string Why) : LogLine<TEvent>;
}
