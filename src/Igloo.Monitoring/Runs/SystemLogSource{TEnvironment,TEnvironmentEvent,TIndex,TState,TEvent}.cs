namespace Igloo.Monitoring.Runs;

/// <summary>Logs of all components of a system, checked together against the composed model.</summary>
/// <typeparam name="TEnvironment">States of the environment.</typeparam>
/// <typeparam name="TEnvironmentEvent">Events of the environment.</typeparam>
/// <typeparam name="TIndex">What identifies a component.</typeparam>
/// <typeparam name="TState">States of a component.</typeparam>
/// <typeparam name="TEvent">Events of a component.</typeparam>
public abstract class SystemLogSource<TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent> : LogSource
    where TEnvironment : class
    where TEnvironmentEvent : class
    where TIndex : notnull
    where TState : class
    where TEvent : class
{
    /// <summary>The check, for the instance that ran.</summary>
    /// <param name="files">All files: their number may tell the size of the system.</param>
    protected abstract RunCheck<TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent> RunOf(IReadOnlyCollection<string> files);

    /// <summary>The component that has written a file. Files of one audit log are read by their numbers, others in the order in which they are named.</summary>
    /// <param name="file">The path of the file.</param>
    protected abstract TIndex IndexOf(string file);

    /// <summary>Reads the lines. Null, the default, for audit logs of monitors.</summary>
    protected virtual ILogParser<TEvent>? Parser => null;

    /// <inheritdoc/>
    public sealed override LogReport Check(IReadOnlyCollection<string> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var run = RunOf(files);
        return new([LogFinding.Of(Name, run.Check([.. files.GroupBy(IndexOf).Select(log => Read(log.Key, log, Parser))]), run.Text)]);
    }
}
