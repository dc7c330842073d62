using System.CommandLine;
using LeaderElection.Model;
using LeaderElection.Nodes;

namespace LeaderElection.CommandLine;

/// <summary>The command that is one node.</summary>
internal static class NodeCommand
{
    public static Command Create(TextReader input, TextWriter output, TextWriter error)
    {
        var id = new Option<int>("--id") { Description = "The identifier of the node.", Required = true };
        id.Validators.Add(r => Options.RequireRange<int>(r, 0, int.MaxValue));
        var configuration = new Option<string?>("--configuration") { Description = "The file with the ring. Without it the node takes a free port and reads the ring from a line of standard input." };
        var program = Options.Program("Its program: sequential (the default) or concurrent.");
        var fault = Options.Fault("Makes the node wrong on purpose");
        var resend = Options.Milliseconds("--resend", "How long it waits before it sends again, in milliseconds.", 25, smallest: 1);
        var audit = new Option<string?>("--audit") { Description = "The file for its audit log." };
        var command = new Command("node", "Runs one node until its standard input ends or it gets a signal.") { id, configuration, program, fault, resend, audit };
        command.SetAction((parsed, cancellation) => new NodeProcess(
            new NodeSettings(
                new Node(parsed.GetValue(id)),
                parsed.GetValue(configuration),
                Options.ProgramOf(parsed.GetValue(program)) ?? ProgramKind.Sequential,
                Options.MisconductOf(parsed.GetValue(fault)),
                TimeSpan.FromMilliseconds(parsed.GetValue(resend)),
                parsed.GetValue(audit)),
            input,
            output,
            error).RunAsync(cancellation));
        return command;
    }
}
