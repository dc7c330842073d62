using System.Globalization;

namespace Igloo.Monitoring.Runs;

/// <summary>A line of a log.</summary>
/// <param name="File">The file, as it was named.</param>
/// <param name="Line">The line, from 1.</param>
public sealed record LogPlace(string File, int Line)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}");
}
