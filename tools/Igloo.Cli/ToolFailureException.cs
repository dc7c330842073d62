namespace Igloo.Cli;

/// <summary>Another program or library that Igloo needs failed; there is no verdict.</summary>
/// <param name="message">Which tool, and what happened.</param>
/// <param name="advice">What to do about it.</param>
/// <param name="cause">The exception behind it.</param>
internal sealed class ToolFailureException(string message, string? advice = null, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>What to do.</summary>
    public string? Advice => advice;
}
