using System.Collections.Immutable;

namespace Igloo.Monitoring.Runs;

/// <summary>Turns logs that a service writes by itself into the events of a run.</summary>
public static class ParsedLog
{
    /// <summary>The events of one component in program order. A last line without line break may be cut short and is left out.</summary>
    /// <typeparam name="TIndex">What identifies the component.</typeparam>
    /// <typeparam name="TEvent">Events of the component.</typeparam>
    /// <param name="component">The component.</param>
    /// <param name="log">The text of the log.</param>
    /// <param name="parser">Reads its lines.</param>
    /// <returns>The events, numbered by their lines.</returns>
    /// <exception cref="InvalidDataException">A line is damaged.</exception>
    public static ImmutableArray<RecordedEvent<TIndex, TEvent>> Of<TIndex, TEvent>(TIndex component, TextReader log, ILogParser<TEvent> parser)
        where TEvent : class
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(parser);
        var lines = log.ReadToEnd().Split('\n');
        var events = ImmutableArray.CreateBuilder<RecordedEvent<TIndex, TEvent>>();
        for (var i = 0; i < lines.Length - 1; i++)
        {
            switch (parser.Parse(lines[i].TrimEnd('\r')))
            {
                case LogLine<TEvent>.Happened(var e, var at, var isCertain):
                    events.Add(new(component, i + 1, at, e, isCertain));
                    break;
                case LogLine<TEvent>.Damaged(var why):
                    throw new InvalidDataException($"Line {i + 1} of the log is damaged: {why}");
                default:
                    break;
            }
        }

        return events.ToImmutable();
    }
}
