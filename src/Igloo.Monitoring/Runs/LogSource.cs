using System.Collections.Immutable;
using Igloo.Monitoring.Auditing;

namespace Igloo.Monitoring.Runs;

/// <summary>
/// Says which logs belong to which model: written by the user beside the model, with a constructor without parameters, and found by
/// <c>igloo log check</c>.
/// </summary>
/// <remarks>Derive from <see cref="ComponentLogSource{TState, TEvent}"/> or one of the sources for whole systems.</remarks>
public abstract class LogSource
{
    /// <summary>The name on the command line; by default that of the class.</summary>
    public virtual string Name => GetType().Name;

    /// <summary>Checks files.</summary>
    /// <param name="files">The files.</param>
    /// <exception cref="InvalidDataException">A file is damaged, or not what it should be.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public abstract LogReport Check(IReadOnlyCollection<string> files);

    /// <summary>The events of one component, from files of its own or from audit logs.</summary>
    private protected static ImmutableArray<RecordedEvent<TIndex, TEvent>> Events<TIndex, TEvent>(TIndex component, IReadOnlyCollection<string> files, ILogParser<TEvent>? parser)
        where TEvent : class
    {
        if (parser is null)
        {
            var entries = AuditLogReader.ReadAll<TEvent>(files);
            if (entries is [{ Kind: AuditKind.State }, ..]) throw new InvalidDataException($"{files.First()} goes on from another file. A run is checked from its beginning.");
            return RecordedRun.Of(component, entries);
        }

        return [.. files.SelectMany(file =>
        {
            using var reader = File.OpenText(file);
            return ParsedLog.Of(component, reader, parser);
        })];
    }
}
