using System.Collections.Immutable;
using System.Globalization;

namespace Igloo.Monitoring.Auditing;

/// <summary>The files of one log: <c>n1.jsonl</c>, then <c>n1.1.jsonl</c>, <c>n1.2.jsonl</c>, … No file is ever renamed.</summary>
public static class AuditFiles
{
    /// <summary>The files of a log that exist, oldest first.</summary>
    /// <param name="path">The path that the log was created with.</param>
    public static ImmutableArray<string> Of(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return [.. File.Exists(path) ? [path] : Array.Empty<string>(), .. Later(path).OrderBy(f => f.Number).Select(f => f.File)];
    }

    /// <summary>Files of any logs in the order in which they were written: logs as they are first named, the files of each by their numbers.</summary>
    /// <param name="files">The files.</param>
    public static ImmutableArray<ImmutableArray<string>> ByLog(IEnumerable<string> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return [.. files.DistinctBy(Path.GetFullPath).GroupBy(f => Parts(f).Log).Select(log => log.OrderBy(f => Parts(f).Number).ToImmutableArray())];
    }

    /// <summary>Opens a log that may still be written.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    internal static FileStream OpenToRead(string path) => Directory.Exists(path)
        ? throw new IOException($"{path} is a folder; name the files in it.")
        : new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);

    /// <summary>The number of the newest file of a log; 0 where there is only the first, or none. Old ones may be gone.</summary>
    /// <param name="path">The path of the first.</param>
    internal static int LastNumber(string path) => Later(path).Select(f => f.Number).DefaultIfEmpty().Max();

    /// <summary>The path of a file of a log.</summary>
    /// <param name="path">The path of the first.</param>
    /// <param name="number">Its number, from 0.</param>
    internal static string NameOf(string path, int number) =>
        number == 0 ? path : Path.ChangeExtension(path, number.ToString(CultureInfo.InvariantCulture) + Path.GetExtension(path));

    // The first file of a log has no number.
    private static (string Log, int Number) Parts(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        var dot = name.LastIndexOf('.');
        return dot > 0 && int.TryParse(name.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (Path.Combine(Path.GetDirectoryName(file) ?? "", name[..dot] + Path.GetExtension(file)), number)
            : (file, 0);
    }

    private static IEnumerable<(string File, int Number)> Later(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var pattern = $"{Path.GetFileNameWithoutExtension(path)}.*{Path.GetExtension(path)}";
        return Directory.EnumerateFiles(folder, pattern).Select(file => (File: file, Number: NumberOf(path, file))).Where(f => f.Number > 0);
    }

    private static int NumberOf(string path, string file)
    {
        var middle = Path.GetFileNameWithoutExtension(file)[Path.GetFileNameWithoutExtension(path).Length..];
        return middle.StartsWith('.') && int.TryParse(middle.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }
}
