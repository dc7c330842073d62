namespace Igloo.Monitoring.Reports;

/// <summary>
/// A value has no encoding, for instance because it is out of range on the wire. Thrown by codecs; no permission has been consumed.
/// </summary>
/// <param name="message">Which value, and what the range is.</param>
/// <remarks>The precondition 0 ≤ msg ≤ MAX_MSG_VAL of the paper's listing 2.</remarks>
public sealed class PreconditionViolationException(string message)
    : Exception($"PRECONDITION VIOLATION: not encoded. Nothing was sent and no permission consumed. {message} Check the value before it is sent, or give it an encoding.");
