using System.CommandLine;
using LeaderElection.Cluster;
using LeaderElection.Links;
using LeaderElection.Nodes.Wrong;

namespace LeaderElection.CommandLine;

/// <summary>The command that launches a whole ring.</summary>
internal static class ClusterCommand
{
    private const int MostNodes = 64;

    public static void AddTo(Command command, TextWriter output)
    {
        var nodes = Options.Number("--nodes", "The number of nodes.", 5, 1, MostNodes);
        nodes.Aliases.Add("-n");
        var program = Options.Program("The program of every node; by default they alternate");
        var fault = Options.Fault("Makes one node wrong on purpose");
        var loss = Options.Rate("--loss", "Probability that a datagram is lost.", 0.2);
        var duplication = Options.Rate("--duplication", "Probability that a datagram is duplicated.", 0.1);
        var reordering = Options.Rate("--reordering", "Probability that a datagram is held back.", 0.1);
        var corruption = Options.Rate("--corruption", "Probability that a datagram is damaged.", 0.05);
        var delay = Options.Milliseconds("--delay", "The longest delay of a datagram in milliseconds.", 20, smallest: 0);
        var seed = Options.Number("--seed", "Decides about identifiers and network faults.", 1, 0, int.MaxValue);
        var timeout = Options.Seconds("--timeout", "How long an election may take, in seconds.", 30);
        var resend = Options.Milliseconds("--resend", "How long a node waits before it sends again, in milliseconds.", 25, smallest: 1);
        var logs = new Option<string?>("--logs") { Description = "Folder for the audit logs. By default they are deleted if all is well." };
        foreach (var option in new Option[] { nodes, program, fault, loss, duplication, reordering, corruption, delay, seed, timeout, resend, logs }) command.Add(option);
        command.SetAction(async (parsed, cancellation) =>
        {
            var faults = new LinkFaults(
                parsed.GetValue(loss), parsed.GetValue(duplication), parsed.GetValue(reordering), parsed.GetValue(corruption), TimeSpan.FromMilliseconds(parsed.GetValue(delay)));
            var settings = new ClusterSettings(
                parsed.GetValue(nodes),
                parsed.GetValue(program),
                parsed.GetValue(fault),
                faults,
                parsed.GetValue(seed),
                TimeSpan.FromSeconds(parsed.GetValue(timeout)),
                TimeSpan.FromMilliseconds(parsed.GetValue(resend)),
                parsed.GetValue(logs));
            if (settings is { Nodes: 1, Misconduct: Misconduct.WrongSuccessor or Misconduct.OwnSocket })
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync("A node that is alone is its own successor: this fault needs --nodes 2 or more.");
                return ExitCode.Usage;
            }

            var result = await new ClusterRun(settings, output).RunAsync(cancellation);
            await output.WriteLineAsync(result.IsCancelled ? "Cancelled; all nodes have been stopped." : ClusterReport.Of(result));
            return result.ExitCode;
        });
    }
}
