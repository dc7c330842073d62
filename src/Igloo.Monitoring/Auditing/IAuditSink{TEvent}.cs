namespace Igloo.Monitoring.Auditing;

/// <summary>Where a monitor records events, in the order of their sequence numbers, one call at a time.</summary>
/// <typeparam name="TEvent">Events of the component.</typeparam>
/// <remarks>
/// It is called inside the monitor: a sink that calls its monitor gets a <see cref="LockRecursionException"/>, and one that takes its time delays every
/// event, because an intent is recorded before its send. Logs, observers and meters delay nobody.
/// </remarks>
public interface IAuditSink<TEvent>
    where TEvent : class
{
    /// <summary>Records one entry. An intent must be durable, as far as this sink promises, before the method returns.</summary>
    /// <param name="entry">The entry.</param>
    /// <exception cref="IOException">The entry cannot be recorded. An output whose intent cannot be recorded is not made.</exception>
    void Record(in AuditEntry<TEvent> entry);

    /// <summary>Whether the next entry should be the model's state, so that what came before can be put away.</summary>
    bool WantsState => false;

    /// <summary>Where the entry that was recorded last is found, for the messages of violations: <c>n1.jsonl:12</c>. Null, the default, where nobody could find it.</summary>
    string? LastPlace => null;
}
