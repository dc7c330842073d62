namespace Igloo.Components;

/// <summary>The untyped view of an I/O operation bio. Operations derive from <see cref="IoOperation{TOutput,TInput}"/>.</summary>
public abstract class IoOperation
{
    private protected IoOperation()
    {
    }

    /// <summary>The name in traces and printed specifications, by default that of the type.</summary>
    public virtual string Name => GetType().Name.Split('`')[0];

    /// <summary>Where the token is after a failure. The default for datagrams is the paper's: keep.</summary>
    public virtual FailureContract OnFailure => FailureContract.Keep;

    /// <summary>
    /// Whether the environment model may lose an input of this operation before it is taken. Only then may a monitor drop one: to the
    /// program that is a behaviour it has to cope with anyway.
    /// </summary>
    public virtual bool MayLoseInput => false;

    /// <summary>The type of the output, seen from the component; a tuple where there are several.</summary>
    public abstract Type OutputType { get; }

    /// <summary>The type of the input, seen from the component; a tuple where there are several.</summary>
    public abstract Type InputType { get; }

    /// <summary>The untyped form of <see cref="IoOperation{TOutput,TInput}.Returns"/>.</summary>
    /// <param name="output">What the component passed.</param>
    /// <param name="input">What it got back.</param>
    public abstract bool Admits(object? output, object? input);
}
