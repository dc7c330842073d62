namespace Igloo.Exploring.Narrowing;

/// <summary>The result of an evaluation that needs a value that is not known yet, or that fails.</summary>
/// <param name="On">The hole; null where the evaluation failed with an exception.</param>
internal sealed record Blocked(Hole? On)
{
    /// <summary>The evaluation failed: the compiled code decides.</summary>
    public static Blocked Undefined { get; } = new((Hole?)null);
}
