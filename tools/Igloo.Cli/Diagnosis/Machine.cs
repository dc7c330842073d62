using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using Igloo.Cli.Targets;
using Igloo.Z3;

namespace Igloo.Cli.Diagnosis;

/// <summary>Looks at the machine.</summary>
internal static class Machine
{
    private const int OldestSdk = 10;

    /// <summary>The version of this tool.</summary>
    public static string OwnVersion { get; } = typeof(Machine).Assembly.GetName().Version!.ToString(3);

    /// <summary>The runtime of this process, as reports print it.</summary>
    public static string Runtime => RuntimeInformation.FrameworkDescription;

    /// <summary>Looks at everything that Igloo needs or can use.</summary>
    public static async Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancellation) =>
    [
        new("system", Health.Good, $"{RuntimeInformation.OSDescription.Trim()}, {RuntimeInformation.RuntimeIdentifier}, {Environment.ProcessorCount} cores"),
        new("runtime", Health.Good, Runtime),
        await SdkAsync(cancellation),
        .. Solver(),
        Cvc5(),
    ];

    /// <summary>Where a program of that name is on the path, or null.</summary>
    public static string? OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? program + ".exe" : program))
            .FirstOrDefault(File.Exists);

    private static async Task<Finding> SdkAsync(CancellationToken cancellation)
    {
        const string advice = "Install the .NET 10 SDK and put 'dotnet' on the path; without it only built assemblies can be verified.";
        DotNetResult result;
        try
        {
            result = await DotNet.RunAsync(["--version"], Path.GetTempPath(), cancellation);
        }
        catch (ToolFailureException failure)
        {
            return new Finding("SDK", Health.Wrong, failure.Message, advice);
        }

        var version = result.Output.Trim();
        var isUsable = result.ExitCode == 0 && int.TryParse(version.Split('.')[0], out var major) && major >= OldestSdk;
        return isUsable
            ? new Finding("SDK", Health.Good, version)
            : new Finding("SDK", Health.Wrong, version.Length > 0 ? $"{version}, too old" : "none", advice);
    }

    private static IEnumerable<Finding> Solver()
    {
        SolverLibrary library;
        var watch = Stopwatch.StartNew();
        try
        {
            library = SolverLibrary.Current;
        }
        catch (SolverLibraryException exception)
        {
            return [new Finding("libz3", Health.Wrong, exception.Message)];
        }

        var facts = $"{library.Version.ToString(3)}, sha256 {library.Sha256[..8]}, {library.Path}";
        var identity = library.IsPinned
            ? new Finding("libz3", Health.Good, $"{facts}, pinned")
            : new Finding("libz3", Health.Optional, $"{facts}, NOT the pinned one ({SolverLibrary.PinnedSha256[..8]})",
                "Verdicts may differ from those of other machines; unset IGLOO_LIBZ3 to use the pinned library.");
        return [identity, Trial(watch)];
    }

    private static Finding Trial(Stopwatch watch)
    {
        using var context = new Context();
        using var solver = new Solver(context);
        var x = context.Constant("x", context.IntegerSort());
        solver.Assert(context.Less(x, x));
        var outcome = solver.Check();
        return outcome == CheckOutcome.Unsatisfiable
            ? new Finding("solving", Health.Good, $"x < x refuted, {watch.ElapsedMilliseconds} ms with loading")
            : new Finding("solving", Health.Wrong, $"x < x is {outcome}", "This libz3 cannot be trusted; unset IGLOO_LIBZ3 or install the tool again.");
    }

    private static Finding Cvc5() =>
        OnPath("cvc5") is { } path
            ? new Finding("cvc5", Health.Good, path)
            : new Finding("cvc5", Health.Optional, "not installed",
                "Only --cross-check needs it" + (OperatingSystem.IsLinux() ? ": 'sudo apt-get install cvc5' on Debian and Ubuntu." : "."));
}
