using Igloo.Values;

namespace Igloo.Exploring;

/// <summary>A value of a quantified parameter.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Value">Its value.</param>
public sealed record Argument(string Name, object? Value)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Name} = {ValueText.Of(Value)}";
}
