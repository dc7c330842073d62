using System.Diagnostics.CodeAnalysis;

namespace Igloo.Components;

/// <summary>A basic I/O operation with its typing: which inputs an invocation with given outputs can return.</summary>
/// <typeparam name="TOutput">What the component passes: <see cref="Unit"/>, a value, or a tuple.</typeparam>
/// <typeparam name="TInput">What it gets back: <see cref="Unit"/>, a value, or a tuple.</typeparam>
/// <remarks>Igloo (OOPSLA 2020), section 5.1: the typing function Ty(bio, v), which is never empty.</remarks>
public abstract class IoOperation<
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TOutput,
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TInput> : IoOperation
{
    /// <summary>Whether w is in Ty(bio, v). Everything of the declared type is, unless overridden.</summary>
    /// <param name="output">The output v.</param>
    /// <param name="input">The input w.</param>
    public virtual bool Returns(TOutput output, TInput input) => true;

    /// <inheritdoc/>
    public sealed override Type OutputType => typeof(TOutput);

    /// <inheritdoc/>
    public sealed override Type InputType => typeof(TInput);

    /// <inheritdoc/>
    public sealed override bool Admits(object? output, object? input) => Returns((TOutput)output!, (TInput)input!);
}
