namespace Igloo.Exploring;

/// <summary>A search cannot be resumed from a checkpoint.</summary>
/// <param name="file">The file.</param>
/// <param name="reason">Why.</param>
public sealed class CheckpointException(string file, string reason) : Exception($"{file} cannot be resumed from: {reason}.")
{
    /// <summary>The file.</summary>
    public string File { get; } = file;
}
