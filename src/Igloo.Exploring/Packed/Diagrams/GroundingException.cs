namespace Igloo.Exploring.Packed.Diagrams;

/// <summary>Something has no packed form. The message says what, to be continued by where.</summary>
internal class GroundingException(string message) : Exception(message);
