namespace Igloo.Monitoring.Runs;

/// <summary>Reads events of a component off the lines of a log that a service already writes. Written by the user; a dozen lines mostly.</summary>
/// <typeparam name="TEvent">Events of the component.</typeparam>
/// <example>
/// <code>
/// public LogLine&lt;RingNode.Event&gt; Parse(string line) => line.Split(' ') switch
/// {
///     [var at, "recv", var id] => new LogLine&lt;RingNode.Event&gt;.Happened(new RingNode.Event.Receive(Node.Parse(id)), DateTimeOffset.Parse(at)),
///     [var at, "send", var to, var id] => new LogLine&lt;RingNode.Event&gt;.Happened(new RingNode.Event.Send(Address.Parse(to), Node.Parse(id)), DateTimeOffset.Parse(at)),
///     [_, "recv" or "send", ..] => new LogLine&lt;RingNode.Event&gt;.Damaged("a message without its fields"),
///     _ => new LogLine&lt;RingNode.Event&gt;.Other(),
/// };
/// </code>
/// </example>
public interface ILogParser<TEvent>
    where TEvent : class
{
    /// <summary>Reads one line.</summary>
    /// <param name="line">The line, without its line break.</param>
    LogLine<TEvent> Parse(string line);
}
