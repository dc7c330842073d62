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

    /// <summary>What one component did, from files that its service wrote or from audit logs.</summary>
    private protected static RecordedLog<TIndex, TEvent> Read<TIndex, TEvent>(TIndex component, IEnumerable<string> files, ILogParser<TEvent>? parser)
        where TEvent : class => parser is null ? RecordedLog.Read<TIndex, TEvent>(component, files) : RecordedLog.Parse(component, files, parser);
}
