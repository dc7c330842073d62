namespace Igloo.Proving.Counterexamples.Decoding;

/// <summary>A value of the solver has no counterpart in C#: an integer that does not fit its type, an operation that the model leaves undetermined.</summary>
/// <param name="message">Which value, and why.</param>
internal sealed class NotRepresentableException(string message) : Exception(message);
