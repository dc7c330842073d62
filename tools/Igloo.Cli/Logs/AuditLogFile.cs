using System.Text.Json;

namespace Igloo.Cli.Logs;

/// <summary>Tells audit logs from other files.</summary>
internal static class AuditLogFile
{
    /// <summary>Whether the first line of a file is one of an audit log.</summary>
    public static bool IsOne(string path)
    {
        try
        {
            using var line = JsonDocument.Parse(File.ReadLines(path).FirstOrDefault() ?? "");
            return line.RootElement is { ValueKind: JsonValueKind.Object } entry && entry.TryGetProperty("seq", out _) && entry.TryGetProperty("kind", out _);
        }
        catch (Exception other) when (other is IOException or UnauthorizedAccessException or JsonException)
        {
            return false;
        }
    }
}
