namespace Igloo.Proving.Counterexamples;

/// <summary>The number of elements of an opaque type.</summary>
/// <param name="Type">The name of the type.</param>
/// <param name="Size">The number.</param>
public sealed record WorldCarrier(string Type, int Size)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Size} {Type}";
}
