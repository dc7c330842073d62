using Igloo.Components;
using Igloo.Values;

namespace Igloo.IoSpecs.Heaps;

/// <summary>A chunk: a token or an I/O permission.</summary>
/// <remarks>Igloo (OOPSLA 2020), section 2.2.</remarks>
public abstract record Chunk
{
    /// <summary>token(t).</summary>
    /// <param name="At">The place t.</param>
    public sealed record Token(Place At) : Chunk
    {
        /// <inheritdoc/>
        public override string ToString() => $"token({At})";
    }

    /// <summary>bio(t, v, w, t'): the permission to invoke bio with output v, which predicts the input w.</summary>
    /// <param name="Operation">The operation bio.</param>
    /// <param name="Source">The place t.</param>
    /// <param name="Output">The output v.</param>
    /// <param name="Input">The predicted input w.</param>
    /// <param name="Target">The place t'.</param>
    public sealed record Permission(string Operation, Place Source, object Output, object Input, Place Target) : Chunk
    {
        /// <inheritdoc/>
        public override string ToString() =>
            $"{Operation}({string.Join(", ", new[] { Source, Output, Input, Target }.Where(a => a is not Unit).Select(a => ValueText.Of(a)))})";
    }

    /// <summary>Whether the chunk is a token, or its predicted input is in Ty.</summary>
    /// <param name="typing">The typing function.</param>
    public bool IsWellTyped(Typing typing)
    {
        ArgumentNullException.ThrowIfNull(typing);
        return this is not Permission(var operation, _, var output, var input, _) || typing.Contains(operation, output, input);
    }
}
