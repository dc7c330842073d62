using System.Reflection;
using Igloo.IoSpecs;
using Igloo.Values;
using LeaderElection.CommandLine;
using LeaderElection.Model;

namespace LeaderElection.Tests.Documentation;

/// <summary>What the README shows is what the programs print.</summary>
public sealed class ReadmeTests
{
    private static readonly string Root = typeof(ReadmeTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;
    private static readonly string Readme = Text("casestudies/LeaderElection/README.md");
    private static readonly IoSpecification<RingNode.State, RingNode.Event> Specification = IoSpecification.Of(new RingNode(new Node(2), new Address(3), new Ring(5)));

    [Fact]
    public void Specification_is_the_printed_one() => Assert.Contains(Specification.Print().Trim(), Readme, StringComparison.Ordinal);

    [Fact]
    public void Table_is_the_printed_one()
    {
        var state = new RingNode.State(false, Set<Node>.Of(new Node(2), new Node(4)), Set<Node>.Of(new Node(2), new Node(4)));

        Assert.Contains(PermissionTable.Print(Specification.Table(state), state).Trim(), Readme, StringComparison.Ordinal);
    }

    [Fact]
    public void Violation_is_that_of_the_snapshot() =>
        Assert.Contains(Text("tests/LeaderElection.Tests/Cluster/Snapshots/forge.txt").Trim(), Readme, StringComparison.Ordinal);

    [Fact]
    public void Every_way_to_break_it_is_named() =>
        Assert.All(MisconductNames.All.Keys, name => Assert.Contains($"| `{name}` |", Readme, StringComparison.Ordinal));

    private static string Text(string path) => File.ReadAllText(Path.Combine(Root, path)).ReplaceLineEndings("\n");
}
