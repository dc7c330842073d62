using Igloo.Components;
using Igloo.Values;

namespace Igloo.IoSpecs.Heaps;

/// <summary>A chunk: a token, an I/O permission, or a permission to split or join tokens.</summary>
/// <remarks>Igloo (OOPSLA 2020), section 2.2. Split and join are our extension.</remarks>
public abstract record Chunk
{
    /// <summary>The places that it names, the source first.</summary>
    public abstract IEnumerable<Place> Places { get; }

    /// <summary>token(t).</summary>
    /// <param name="At">The place t.</param>
    public sealed record Token(Place At) : Chunk
    {
        /// <inheritdoc/>
        public override IEnumerable<Place> Places => [At];

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
        public override IEnumerable<Place> Places => [Source, Target];

        /// <inheritdoc/>
        public override string ToString() =>
            $"{Operation}({string.Join(", ", new[] { Source, Output, Input, Target }.Where(a => a is not Unit).Select(a => ValueText.Of(a)))})";
    }

    /// <summary>split(t, t₁, t₂): the permission to make two tokens of one.</summary>
    /// <param name="Source">The place t.</param>
    /// <param name="First">The place t₁.</param>
    /// <param name="Second">The place t₂.</param>
    public sealed record Split(Place Source, Place First, Place Second) : Chunk
    {
        /// <inheritdoc/>
        public override IEnumerable<Place> Places => [Source, First, Second];

        /// <inheritdoc/>
        public override string ToString() => $"split({Source}, {First}, {Second})";
    }

    /// <summary>join(t₁, t₂, t'): the permission to make one token of two.</summary>
    /// <param name="First">The place t₁.</param>
    /// <param name="Second">The place t₂.</param>
    /// <param name="Target">The place t'.</param>
    public sealed record Join(Place First, Place Second, Place Target) : Chunk
    {
        /// <inheritdoc/>
        public override IEnumerable<Place> Places => [First, Second, Target];

        /// <inheritdoc/>
        public override string ToString() => $"join({First}, {Second}, {Target})";
    }

    /// <summary>Whether the chunk is no I/O permission, or its predicted input is in Ty.</summary>
    /// <param name="typing">The typing function.</param>
    public bool IsWellTyped(Typing typing)
    {
        ArgumentNullException.ThrowIfNull(typing);
        return this is not Permission(var operation, _, var output, var input, _) || typing.Contains(operation, output, input);
    }
}
