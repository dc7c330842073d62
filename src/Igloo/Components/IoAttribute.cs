namespace Igloo.Components;

/// <summary>The untyped view of <see cref="IoAttribute{TOperation}"/>.</summary>
public abstract class IoAttribute : Attribute
{
    private protected IoAttribute()
    {
    }

    /// <summary>The type of the I/O operation.</summary>
    public abstract Type OperationType { get; }

    /// <summary>The I/O operation.</summary>
    public abstract IoOperation Operation { get; }

    /// <summary>Whether the operation takes every value of the type of its input, because it does not override its typing.</summary>
    internal abstract bool TakesEveryInput { get; }
}
