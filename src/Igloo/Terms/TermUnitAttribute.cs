namespace Igloo.Terms;

/// <summary>
/// The terms of one model class, as the source generator writes them. Not for hand-written code.
/// </summary>
/// <param name="text">The unit in the notation of ARCHITECTURE.md.</param>
/// <remarks>An attribute and not code: nothing runs, and nothing is compiled just in time, until a proof asks for it.</remarks>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class TermUnitAttribute(string text) : Attribute
{
    /// <summary>The unit in the notation of ARCHITECTURE.md.</summary>
    public string Text { get; } = text;
}
