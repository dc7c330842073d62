using System.CommandLine;
using Igloo.Cli.Reporting;
using Igloo.Cli.Terminals;

namespace Igloo.Cli.Commands;

/// <summary><c>igloo report</c>: the assurance report.</summary>
internal static class ReportCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var target = new TargetOptions();
        var options = new VerifyOptions();
        var markdown = new Option<string?>("--markdown") { Description = "Write the report to FILE instead.", HelpName = "FILE" };
        var command = new Command("report", "Print the assurance report: what follows for programs, with which evidence, and what is assumed.");
        target.AddTo(command);
        options.AddEvidenceTo(command);
        command.Add(markdown);
        command.SetAction(async (arguments, cancellation) =>
        {
            var path = await target.AssemblyPathAsync(arguments, terminal, cancellation);
            var verification = await VerifyCommand.VerifyAsync(path, options.Read(arguments), terminal, cancellation);
            var lines = new AssuranceReport(verification).Lines();
            if (arguments.GetValue(markdown) is { } file)
            {
                ResultFile.Write("report", file, stream =>
                {
                    using var writer = new StreamWriter(stream);
                    foreach (var line in lines) writer.WriteLine(line);
                });
                terminal.Out.WriteLine($"The report is in {file}.");
            }
            else
            {
                foreach (var line in lines)
                {
                    terminal.Out.WriteLine(line);
                }
            }

            return verification.ExitCode;
        });
        return command;
    }
}
