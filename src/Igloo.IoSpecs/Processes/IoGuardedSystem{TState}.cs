namespace Igloo.IoSpecs.Processes;

/// <summary>An I/O-guarded event system G = (S, Act, G, U): guards of operations with outputs, updates with inputs.</summary>
/// <typeparam name="TState">The states S.</typeparam>
/// <param name="operations">The operations with their outputs: countably many.</param>
/// <param name="guard">G: whether bio with output v is enabled in s. It has no input to read.</param>
/// <param name="update">U: the state after bio(v, w).</param>
/// <param name="typing">Ty.</param>
/// <remarks>Igloo (OOPSLA 2020), section 3.5, requirement 3, and 5.2.</remarks>
public sealed class IoGuardedSystem<TState>(
    IEnumerable<(string Operation, object Output)> operations,
    Func<TState, string, object, bool> guard,
    Func<TState, IoAction, TState> update,
    Typing typing)
    where TState : notnull
{
    /// <summary>Ty.</summary>
    public Typing Typing { get; } = typing;

    /// <summary>The operations with their outputs, in their order.</summary>
    public IEnumerable<(string Operation, object Output)> Operations => operations;

    /// <summary>The system with only some of its operations and outputs.</summary>
    /// <param name="isKept">Whether an operation with an output is kept.</param>
    public IoGuardedSystem<TState> Only(Func<string, object, bool> isKept) =>
        new(operations.Where(o => isKept(o.Operation, o.Output)), (s, b, v) => isKept(b, v) && guard(s, b, v), update, Typing);

    /// <summary>Whether an operation with an output is enabled.</summary>
    /// <param name="state">The state.</param>
    /// <param name="operation">The operation bio.</param>
    /// <param name="output">The output v.</param>
    public bool IsEnabled(TState state, string operation, object output) => guard(state, operation, output);

    /// <summary>The state after an action, if it is well typed and its guard holds.</summary>
    /// <param name="state">The state before.</param>
    /// <param name="action">The action.</param>
    /// <param name="after">The state after.</param>
    public bool TryStep(TState state, IoAction action, out TState after)
    {
        ArgumentNullException.ThrowIfNull(action);
        var isEnabled = Typing.Contains(action) && guard(state, action.Operation, action.Output);
        after = isEnabled ? update(state, action) : state;
        return isEnabled;
    }

    /// <summary>Whether a sequence of actions is in traces(G, s).</summary>
    /// <param name="state">The state s.</param>
    /// <param name="trace">The sequence.</param>
    public bool HasTrace(TState state, IEnumerable<IoAction> trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        foreach (var action in trace)
        {
            if (!TryStep(state, action, out state)) return false;
        }

        return true;
    }

    /// <summary>proc(G, s): for each operation and output whose guard holds, that prefix and then proc of the state after it.</summary>
    /// <param name="state">The state s.</param>
    /// <remarks>The choice is in the order in which the operations were given.</remarks>
    public Process ToProcess(TState state) => new Process.Defined("proc", [this, state], () => Process.Any(operations, o =>
        guard(state, o.Operation, o.Output)
            ? Process.Do(o.Operation, o.Output, input => ToProcess(update(state, new IoAction(o.Operation, o.Output, input))))
            : Process.Null));
}
