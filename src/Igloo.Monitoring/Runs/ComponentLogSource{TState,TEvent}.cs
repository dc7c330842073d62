using Igloo.Components;
using Igloo.Monitoring.Auditing;

namespace Igloo.Monitoring.Runs;

/// <summary>Logs of single components: each file is checked against the component that has written it.</summary>
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
    public sealed override LogReport Check(IReadOnlyCollection<string> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return LogReport.All([.. files.Select(CheckOne)]);
    }

    private LogReport CheckOne(string file)
    {
        var check = LogCheck.Of(ComponentOf(file), Automatic);
        var name = Path.GetFileName(file);
        return LogReport.Of(name, Parser is null ? check.Check(AuditLogReader.Read<TEvent>(file)) : check.Check(Events(name, [file], Parser)));
    }
}
