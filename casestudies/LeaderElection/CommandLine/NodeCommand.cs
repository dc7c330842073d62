using System.CommandLine;
using LeaderElection.Model;
using LeaderElection.Nodes;

namespace LeaderElection.CommandLine;

/// <summary>The command that is one node.</summary>
internal static class NodeCommand
{
    public static Command Create(TextReader input, TextWriter output, TextWriter error)
    {
        var id = Options.Number("--id", "The identifier of the node.", 0, 0, int.MaxValue);
        id.DefaultValueFactory = null;
        id.Required = true;
        var configuration = new Option<string?>("--configuration") { Description = "The file with the ring. Without it the node takes a free port and reads the ring from a line of standard input." };
        var program = Options.Program("Its program, by default the sequential one");
        var fault = Options.Fault("Makes the node wrong on purpose");
        var resend = Options.Milliseconds("--resend", "How long it waits before it sends again, in milliseconds.", 25, smallest: 1);
        var audit = new Option<string?>("--audit") { Description = "The file for its audit log." };
        var command = new Command("node", "Runs one node until its standard input ends or it gets a signal.") { id, configuration, program, fault, resend, audit };
        command.SetAction((parsed, cancellation) => new NodeProcess(
            new NodeSettings(
                new Node(parsed.GetValue(id)),
                parsed.GetValue(configuration),
                parsed.GetValue(program) ?? ProgramKind.Sequential,
                parsed.GetValue(fault),
                TimeSpan.FromMilliseconds(parsed.GetValue(resend)),
                parsed.GetValue(audit)),
            input,
            output,
            error).RunAsync(cancellation));
        return command;
    }
}
