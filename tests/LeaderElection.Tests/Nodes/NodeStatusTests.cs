using System.Net;
using LeaderElection.Model;
using LeaderElection.Nodes;

namespace LeaderElection.Tests.Nodes;

public sealed class NodeStatusTests
{
    public static TheoryData<NodeStatus> All() =>
    [
        new NodeStatus.Listening(new(IPAddress.Loopback, 9001)),
        new NodeStatus.Ready("0123456789ab"),
        new NodeStatus.Elected(new Node(7)),
        new NodeStatus.Stopped(3),
    ];

    [Theory]
    [MemberData(nameof(All))]
    public void Parsing_undoes_printing(NodeStatus status) => Assert.Equal(status, NodeStatus.Parse(status.ToString()!));

    [Theory]
    [InlineData("")]
    [InlineData("elected")]
    [InlineData("elected many")]
    [InlineData("elected 1 2")]
    [InlineData("listening nowhere")]
    public void Other_lines_are_no_status(string line) => Assert.Null(NodeStatus.Parse(line));
}
