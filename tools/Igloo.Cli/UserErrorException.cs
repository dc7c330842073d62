namespace Igloo.Cli;

/// <summary>The user's command, project or machine is at fault, and the message says how to put it right.</summary>
/// <param name="message">What is wrong, naming the thing.</param>
/// <param name="advice">What to do about it, or null where the message says it all.</param>
/// <param name="details">Output of another tool that belongs before the message, such as compiler errors.</param>
internal sealed class UserErrorException(string message, string? advice = null, string? details = null) : Exception(message)
{
    /// <summary>What to do.</summary>
    public string? Advice => advice;

    /// <summary>What another tool said.</summary>
    public string? Details => details;
}
