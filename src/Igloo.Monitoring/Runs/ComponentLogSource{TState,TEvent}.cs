using System.Collections.Immutable;
using Igloo.Components;
using Igloo.Monitoring.Auditing;

namespace Igloo.Monitoring.Runs;

/// <summary>Logs of single components: each log is checked against the component that has written it.</summary>
/// <typeparam name="TState">States of the component.</typeparam>
/// <typeparam name="TEvent">Events of the component.</typeparam>
public abstract class ComponentLogSource<TState, TEvent> : LogSource
    where TState : class
    where TEvent : class
{
    /// <summary>The component that has written a file, with the parameters that it ran with.</summary>
    /// <param name="file">The path of the file.</param>
    protected abstract Component<TState, TEvent> ComponentOf(string file);

    /// <summary>Reads the lines. Null, the default, for audit logs of monitors.</summary>
    protected virtual ILogParser<TEvent>? Parser => null;

    /// <summary>The internal events that the logs do not have, in a state. Null, the default, for those that the model marks automatic.</summary>
    protected virtual Func<TState, IEnumerable<TEvent>>? Automatic => null;

    /// <inheritdoc/>
    /// <remarks>The files of one audit log, which are named by their numbers, are checked together; a file that a service wrote by itself.</remarks>
    public sealed override LogReport Check(IReadOnlyCollection<string> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var logs = Parser is null ? AuditFiles.ByLog(files) : [.. files.DistinctBy(Path.GetFullPath).Select(f => ImmutableArray.Create(f))];
        return new([.. logs.Select(CheckOne)]);
    }

    private LogFinding CheckOne(ImmutableArray<string> files)
    {
        var name = Path.GetFileName(files[0]);
        var log = Read(Path.GetFileNameWithoutExtension(name), files, Parser);
        var finding = LogFinding.Of(name, LogCheck.Of(ComponentOf(files[0]), Automatic).Check(log));
        return log.Lines?.Qualify(finding) ?? finding;
    }
}
