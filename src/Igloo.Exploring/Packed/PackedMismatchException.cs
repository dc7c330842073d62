namespace Igloo.Exploring.Packed;

/// <summary>The packed engine and the compiled model disagree: a failure of this tool, so the search claims nothing.</summary>
/// <param name="message">Where they disagree.</param>
public sealed class PackedMismatchException(string message)
    : Exception($"The packed engine disagrees with the compiled model: {message} This is a defect of the tool; the reference engine is not affected.");
