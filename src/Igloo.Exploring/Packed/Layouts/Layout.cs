using Igloo.Exploring.Packed.Diagrams;
using Igloo.Exploring.Packed.Grounding;

namespace Igloo.Exploring.Packed.Layouts;

/// <summary>
/// How the values of a type are bits. Every value has one form: bits of what is absent are clear, so that states are equal if and
/// only if their bits are.
/// </summary>
/// <param name="type">The type of terms.</param>
/// <param name="width">The number of bits.</param>
internal abstract class Layout(Type type, int width)
{
    public Type Type { get; } = type;

    public int Width { get; } = width;

    /// <summary>Writes a value.</summary>
    /// <exception cref="GroundingException">The value has no packed form.</exception>
    public abstract void Write(object? value, Span<bool> bits);

    /// <summary>Reads a value.</summary>
    public abstract object? Read(ReadOnlySpan<bool> bits);

    /// <summary>The value that is read from bits which are still open.</summary>
    /// <param name="conditions">The conditions.</param>
    /// <param name="offset">The first bit.</param>
    public abstract Value Open(ConditionTable conditions, int offset);

    /// <summary>Writes a value that depends on conditions. Where it has no packed form, the grounder notes it.</summary>
    /// <param name="grounder">Notes where there is none.</param>
    /// <param name="value">The value.</param>
    /// <param name="path">Where the value counts. Bits are arbitrary elsewhere.</param>
    /// <param name="bits">The condition of each bit; false at first.</param>
    public abstract void Write(Grounder grounder, Value value, int path, Span<int> bits);
}
