using System.CommandLine;
using Igloo.Cli.Diagnosis;
using Igloo.Cli.Terminals;

namespace Igloo.Cli.Commands;

/// <summary><c>igloo doctor</c>: says whether this machine has what Igloo needs.</summary>
internal static class DoctorCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var command = new Command("doctor", "Say whether this machine has what Igloo needs, and what to do where it has not.");
        command.SetAction(async (_, cancellation) =>
        {
            var findings = await Machine.ExamineAsync(cancellation);
            Write(findings, terminal);
            return findings.Any(f => f.Health == Health.Wrong) ? ExitCode.Failure : ExitCode.Holds;
        });
        return command;
    }

    private static void Write(IReadOnlyList<Finding> findings, Terminal terminal)
    {
        terminal.Out.WriteLine(terminal.Style.Heading($"igloo {Machine.OwnVersion}"));
        foreach (var finding in findings)
        {
            terminal.Out.WriteLine($"  {Mark(finding.Health, terminal.Style)}  {finding.Subject,-8} {finding.Facts}");
            if (finding.Advice is not null)
            {
                terminal.Out.WriteLine($"                {finding.Advice}");
            }
        }

        var wrong = findings.Count(f => f.Health == Health.Wrong);
        terminal.Out.WriteLine(wrong == 0 ? "Everything needed is here." : $"{wrong} {(wrong == 1 ? "thing is" : "things are")} wrong.");
    }

    private static string Mark(Health health, Style style) => health switch
    {
        Health.Good => style.Good("ok  "),
        Health.Optional => style.Open("note"),
        _ => style.Bad("BAD "),
    };
}
