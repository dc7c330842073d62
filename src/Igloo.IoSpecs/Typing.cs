namespace Igloo.IoSpecs;

/// <summary>The typing function Ty: which inputs an operation can return for an output. Never empty.</summary>
/// <param name="contains">Whether w is in Ty(bio, v), for an operation, an output and an input.</param>
/// <remarks>Igloo (OOPSLA 2020), section 5.1. Without it theorem 5.5 fails.</remarks>
public sealed class Typing(Func<string, object, object, bool> contains)
{
    /// <summary>Everything is well typed.</summary>
    public static Typing Everything { get; } = new((_, _, _) => true);

    /// <summary>Whether w is in Ty(bio, v).</summary>
    /// <param name="operation">The operation bio.</param>
    /// <param name="output">The output v.</param>
    /// <param name="input">The input w.</param>
    public bool Contains(string operation, object output, object input) => contains(operation, output, input);

    /// <summary>Whether the action is well typed.</summary>
    /// <param name="action">The action.</param>
    public bool Contains(IoAction action)
    {
        ArgumentNullException.ThrowIfNull(action);
        return Contains(action.Operation, action.Output, action.Input);
    }
}
