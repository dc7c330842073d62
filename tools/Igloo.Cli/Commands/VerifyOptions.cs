using System.CommandLine;
using Igloo.Cli.Verifying;
using Igloo.Proving;
using Igloo.Proving.Logic;

namespace Igloo.Cli.Commands;

/// <summary>What the commands that verify have in common.</summary>
internal sealed class VerifyOptions
{
    private readonly Option<string?> filter = new("--filter") { Description = "Only obligations whose name or id contains TEXT, and what they assume.", HelpName = "TEXT" };
    private readonly Option<uint> seed = new("--seed") { Description = "The solver's random seed.", HelpName = "N" };
    private readonly Option<int> stability = new("--stability") { Description = "Prove everything under N seeds.", HelpName = "N", DefaultValueFactory = _ => 1 };
    private readonly Option<uint> rlimit = new("--rlimit")
    {
        Description = "The work for each query in the solver's deterministic unit, 0 for no limit.", HelpName = "N",
        DefaultValueFactory = _ => ProverOptions.Default.ResourceLimit,
    };

    private readonly Option<double> watchdog = new("--watchdog")
    {
        Description = "Stop a query by force after N seconds: a failure of the tool, and no verdict.", HelpName = "N",
        DefaultValueFactory = _ => ProverOptions.Default.Watchdog.TotalSeconds,
    };

    private readonly Option<int> explore = new("--explore")
    {
        Description = "Explore instances up to size N; 0 for none.", HelpName = "N",
        DefaultValueFactory = _ => VerificationOptions.Default.LargestInstance,
    };

    private readonly Option<bool> noCache = new("--no-cache") { Description = "Decide everything anew." };
    private readonly Option<string?> dump = new("--dump-smt2") { Description = "Write every query as an SMT-LIB file to DIR.", HelpName = "DIR" };
    private readonly Option<bool> crossCheck = new("--cross-check") { Description = "Ask cvc5 too; a contradiction is a failure." };
    private readonly Option<bool> full = new("--full") { Description = "Show every obligation and every failure." };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        stability.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() < 1)
            {
                result.AddError("--stability needs at least one seed.");
            }
        });
        watchdog.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<double>() is not (> 0 and <= 86_400))
            {
                result.AddError("--watchdog needs a number of seconds, more than 0 and at most a day.");
            }
        });
        command.Add(filter);
        AddEvidenceTo(command);
        command.Add(dump);
        command.Add(full);
    }

    /// <summary>Adds those that decide what a verdict rests on.</summary>
    public void AddEvidenceTo(Command command)
    {
        foreach (var option in new Option[] { seed, stability, rlimit, watchdog, explore, noCache, crossCheck })
        {
            command.Add(option);
        }
    }

    /// <summary>Whether everything is to be shown.</summary>
    public bool IsFull(ParseResult arguments) => arguments.GetValue(full);

    /// <summary>What was asked for.</summary>
    /// <exception cref="UserErrorException">A folder cannot be made, or there is no cvc5.</exception>
    public VerificationOptions Read(ParseResult arguments) => new(
        ProverOptions.Default with
        {
            Seed = arguments.GetValue(seed),
            Stability = arguments.GetValue(stability),
            ResourceLimit = arguments.GetValue(rlimit),
            Watchdog = TimeSpan.FromSeconds(arguments.GetValue(watchdog)),
            DumpFolder = FolderFor(arguments.GetValue(dump)),
            CacheFolder = arguments.GetValue(noCache) ? null : VerdictCache.Folder,
            CrossCheck = arguments.GetValue(crossCheck) ? Cvc5OrExplain() : null,
        },
        arguments.GetValue(filter),
        arguments.GetValue(explore));

    private static string? FolderFor(string? path)
    {
        if (path is null)
        {
            return null;
        }

        try
        {
            return Directory.CreateDirectory(path).FullName;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UserErrorException($"The folder '{path}' for --dump-smt2 cannot be made: {exception.Message}");
        }
    }

    private static string Cvc5OrExplain() =>
        Diagnosis.Machine.OnPath("cvc5") ?? throw new UserErrorException(
            "--cross-check needs cvc5, which is not on the path.",
            "Install it ('sudo apt-get install cvc5' on Debian and Ubuntu), or leave out --cross-check.");
}
