namespace Igloo.Monitoring.Runs;

/// <summary>Logs of all components of a system of two families, checked together against the composed model.</summary>
/// <typeparam name="TEnvironment">States of the environment.</typeparam>
/// <typeparam name="TEnvironmentEvent">Events of the environment.</typeparam>
/// <typeparam name="TIndex1">What identifies a component of the first type.</typeparam>
/// <typeparam name="TState1">States of the first type.</typeparam>
/// <typeparam name="TEvent1">Events of the first type.</typeparam>
/// <typeparam name="TIndex2">What identifies a component of the second type.</typeparam>
/// <typeparam name="TState2">States of the second type.</typeparam>
/// <typeparam name="TEvent2">Events of the second type.</typeparam>
public abstract class SystemLogSource<TEnvironment, TEnvironmentEvent, TIndex1, TState1, TEvent1, TIndex2, TState2, TEvent2> : LogSource
    where TEnvironment : class
    where TEnvironmentEvent : class
    where TIndex1 : notnull
    where TState1 : class
    where TEvent1 : class
    where TIndex2 : notnull
    where TState2 : class
    where TEvent2 : class
{
    /// <summary>The check, for the instance that ran.</summary>
    /// <param name="files">All files: their number may tell the size of the system.</param>
    protected abstract RunCheck<TEnvironment, TEnvironmentEvent, TIndex1, TState1, TEvent1, TIndex2, TState2, TEvent2> RunOf(IReadOnlyCollection<string> files);

    /// <summary>Whether a component of the first family has written a file.</summary>
    /// <param name="file">The path of the file.</param>
    protected abstract bool IsOfFirst(string file);

    /// <summary>The component of the first family that has written a file.</summary>
    /// <param name="file">The path of the file.</param>
    protected abstract TIndex1 FirstIndexOf(string file);

    /// <summary>The component of the second family that has written a file.</summary>
    /// <param name="file">The path of the file.</param>
    protected abstract TIndex2 SecondIndexOf(string file);

    /// <summary>Reads the lines of the first family. Null, the default, for audit logs of monitors.</summary>
    protected virtual ILogParser<TEvent1>? FirstParser => null;

    /// <summary>Reads the lines of the second family. Null, the default, for audit logs of monitors.</summary>
    protected virtual ILogParser<TEvent2>? SecondParser => null;

    /// <inheritdoc/>
    public sealed override LogReport Check(IReadOnlyCollection<string> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var families = files.ToLookup(IsOfFirst);
        var run = RunOf(files);
        var verdict = run.Check(
            [.. families[true].GroupBy(FirstIndexOf).Select(log => Read(log.Key, log, FirstParser))],
            [.. families[false].GroupBy(SecondIndexOf).Select(log => Read(log.Key, log, SecondParser))]);
        return new([LogFinding.Of(Name, verdict, run.Text)]);
    }
}
