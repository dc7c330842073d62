using System.Text.RegularExpressions;
using Igloo.Cli.Tests.Running;

namespace Igloo.Cli.Tests;

public sealed partial class ReportTests
{
    [Fact]
    public async Task Report_of_leader_election_goes_from_the_property_to_the_program()
    {
        var result = await Command.RunAsync("report", Repository.CaseStudy("LeaderElection"), "--no-cache");

        Assert.Equal(0, result.ExitCode);
        Assert.Matches(ElectsOnce(), result.Output);
        Assert.Matches(@"\| \d+ \| RingProtocol refines Election \| proved, every size \|", result.Output);
        Assert.Matches(@"\| \d+ \| RingSystem has the traces of RingInterface \| proved, every size \|", result.Output);
        Assert.Matches(@"holds of \S+ \| follows from \S+\.ElectsOnce \|", result.Output);
        Assert.Contains("enforced at run time", result.Output, StringComparison.Ordinal);
        Assert.Contains("| Elect | RingSystem | Internal(Elect) |", result.Output, StringComparison.Ordinal);
        Assert.Contains("| RingNode | Receive | UDP_receive | may block for ever | keep | trusted: a failed one has taken nothing; may be dropped: proved by simplification for RingSystem |", result.Output, StringComparison.Ordinal);
        Assert.Contains("| RingNode | Send | UDP_send | always returns | keep | proved by Z3 for RingSystem |", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("**Failure contracts**", result.Output, StringComparison.Ordinal);
        Assert.Contains("**Axioms of IRing**", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_says_which_failure_contracts_are_only_assumed()
    {
        var result = await Command.RunAsync("report", Repository.CaseStudy("Retirement"), "--no-cache");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("| Forwarder | Send | UDP_send | always returns | keep | **assumed** |", result.Output, StringComparison.Ordinal);
        Assert.Contains(
            "- **Failure contracts** that no composition justifies: Forwarder.Send, RetiringForwarder.Send, Forwarder.Receive (dropped), RetiringForwarder.Receive (dropped).",
            result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_states_what_a_failure_detector_assumes()
    {
        var result = await Command.RunAsync("report", Repository.CaseStudy("Failover"), "--no-cache");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("- **Environment of FD_suspect**: Every suspicion is right: a participant that is slow or cut off is not taken for crashed.", result.Output, StringComparison.Ordinal);
        Assert.Contains("| Candidate | Claim | LINK_send | always returns | stop | stop is always sound |", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_of_a_refuted_model_claims_nothing()
    {
        var result = await Command.RunAsync("report", Repository.OwnModels, "--no-cache");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("**REFUTED.**", result.Output, StringComparison.Ordinal);
        Assert.Contains("GuardlessLock has the properties that it states | **REFUTED**", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_goes_to_a_file_when_one_is_named()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "report.md");

        var result = await Command.RunAsync("report", Repository.CaseStudy("LockServer"), "--no-cache", "--markdown", file);

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("# Assurance report: LockServer", File.ReadAllText(file), StringComparison.Ordinal);
        Assert.DoesNotContain("Assurance", result.Output, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\| ElectsOnce \| Election \|")]
    private static partial Regex ElectsOnce();
}
