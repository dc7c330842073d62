namespace Igloo.Endurance.Fuzzing;

/// <summary>What was tested is not as its oracle says.</summary>
internal sealed class FuzzFailureException(string message) : Exception(message);
