using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Igloo.Benchmarks.Exploring;

/// <summary>
/// The ring with initiators explored by Spin and by the packed engine, one after the other in one run, one thread each. Processor time
/// is that of the whole process; Spin's compilation by gcc is not counted.
/// </summary>
internal static partial class SpinComparison
{
    /// <summary>Two lines and the ratio; a message where Spin or gcc is not installed.</summary>
    /// <param name="size">The number of nodes, at most 8.</param>
    public static string Run(int size)
    {
        if (!IsInstalled("spin") || !IsInstalled("gcc")) return "Skipped: spin and gcc are needed (apt-get install spin gcc).";
        var folder = Directory.CreateTempSubdirectory("igloo-spin-");
        try
        {
            var model = Path.Combine(AppContext.BaseDirectory, "Exploring", "ring.pml");
            Shell(folder.FullName, $"spin -DN={size} -a '{model}' > spin.log && gcc -O2 -w -DSAFETY -DNOREDUCE -DMEMLIM=8192 -o pan pan.c");
            var (spin, spinTime) = Shell(folder.FullName, "./pan -m1000000 -w24 -E");
            var (igloo, iglooTime) = Shell(folder.FullName, $"'{Environment.ProcessPath}' explore ring {size}");
            return $"""
                Spin   {Number(spin, StatesOfSpin()) - 1:N0} states, processor {spinTime:0.00} s, {Number(spin, MemoryOfSpin()):0} MB
                Igloo  {Number(igloo, StatesOfIgloo()):N0} states, processor {iglooTime:0.00} s with start-up, {Number(igloo, MemoryOfIgloo()):0} MB
                ratio  {iglooTime / spinTime:0.00}
                """;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static bool IsInstalled(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, program)));

    /// <summary>Runs a command; its output, and its processor time in seconds.</summary>
    private static (string Output, double Seconds) Shell(string folder, string command)
    {
        var start = new ProcessStartInfo("bash") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"TIMEFORMAT='%U %S'; time {{ {command}; }}");
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{command} failed: {output}{errors.Result}");
        var times = errors.Result.Trim().Split('\n')[^1].Split(' ');
        return (output, times.Sum(t => double.Parse(t, CultureInfo.InvariantCulture)));
    }

    private static double Number(string text, Regex pattern) => double.Parse(pattern.Match(text).Groups[1].Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    [GeneratedRegex(@"([\d.e+]+) states, stored")]
    private static partial Regex StatesOfSpin();

    [GeneratedRegex(@"([\d.]+)\s+total actual memory")]
    private static partial Regex MemoryOfSpin();

    [GeneratedRegex(@"([\d,]+) states, ")]
    private static partial Regex StatesOfIgloo();

    [GeneratedRegex(@"peak (\d+) MB")]
    private static partial Regex MemoryOfIgloo();
}
