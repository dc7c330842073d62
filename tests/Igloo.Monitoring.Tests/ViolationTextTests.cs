using System.Net;
using Igloo.Monitoring.Reports;
using Igloo.Monitoring.Tests.Models;
using Igloo.Values;
using LeaderElection.Model;
using Node = LeaderElection.Model.Node;
using RingNode = LeaderElection.Model.RingNode;

namespace Igloo.Monitoring.Tests;

public sealed class ViolationTextTests
{
    private static readonly Address Successor = Address.Of(new IPEndPoint(IPAddress.Loopback, 9003));
    private readonly ManualClock clock = new();

    [Fact]
    public void Refused_send_names_what_was_permitted_and_what_was_missing()
    {
        var monitor = Start();
        monitor.TryDo(new RingNode.Event.Setup());
        monitor.TryDo(new RingNode.Event.Receive(new Node(5)));
        clock.Pass(0.1);
        monitor.TryDo(new RingNode.Event.Accept(new Node(5)));
        monitor.TryDo(new RingNode.Event.Send(Successor, new Node(5)));
        clock.Pass(2.1);

        var refusal = Assert.Throws<PermissionViolationException>(() =>
            monitor.Begin(new RingNode.Event.Send(Successor, new Node(7)), Successor.ToEndPoint(), bytes: 12));

        Snapshot.Matches("RefusedSend", refusal.Message);
    }

    [Fact]
    public void Refused_send_to_another_node_names_the_address()
    {
        var monitor = Start();
        monitor.TryDo(new RingNode.Event.Setup());
        var elsewhere = Address.Of(new IPEndPoint(IPAddress.Loopback, 9004));

        var refusal = Assert.Throws<PermissionViolationException>(() =>
            monitor.Begin(new RingNode.Event.Send(elsewhere, new Node(2)), elsewhere.ToEndPoint(), bytes: 12));

        Snapshot.Matches("RefusedAddress", refusal.Message);
    }

    [Fact]
    public void Early_claim_of_leadership_is_a_ghost_violation()
    {
        var monitor = Start();
        monitor.TryDo(new RingNode.Event.Setup());

        var refusal = Assert.Throws<GhostViolationException>(() => monitor.Perform(new RingNode.Event.Elect()));

        Snapshot.Matches("EarlyElection", refusal.Message);
    }

    [Fact]
    public void Refusal_without_terms_shows_the_state()
    {
        var monitor = PermissionMonitor.Start(new Counter(), new() { Clock = clock });

        var refusal = Assert.Throws<PermissionViolationException>(() => monitor.Begin(new Counter.Event.Keep(3)));

        Snapshot.Matches("WithoutTerms", refusal.Message);
    }

    [Fact]
    public void Text_has_at_most_25_lines() =>
        Assert.All(
            Directory.EnumerateFiles(Path.Combine(Source(), "Snapshots"), "*.txt"),
            file => Assert.InRange(File.ReadAllLines(file).Length, 1, 25));

    private static string Source([System.Runtime.CompilerServices.CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    private PermissionMonitor<RingNode.State, RingNode.Event> Start() =>
        PermissionMonitor.Start(new RingNode(new Node(2), Successor, new Ring(10)), new() { Name = "RingNode n2", Clock = clock });
}
