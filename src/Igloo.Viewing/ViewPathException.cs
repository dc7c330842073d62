namespace Igloo.Viewing;

/// <summary>A link names something that is not there, or is none.</summary>
/// <param name="message">What is wrong with it.</param>
public sealed class ViewPathException(string message) : Exception(message);
