using Igloo.Values;
using LeaderElection.Model;

namespace Igloo.IoSpecs.Tests;

public sealed class PrintingTests
{
    private static readonly IoSpecification<RingNode.State, RingNode.Event> Specification =
        IoSpecification.Of(new RingNode(new Node(2), new Address(3), new Ring(5)));

    [Fact]
    public void Specification_of_a_ring_node_has_the_form_of_figure_3() => Snapshot.Matches("RingNode", Specification.Print());

    [Fact]
    public void Specification_of_a_ring_node_is_also_latex() => Snapshot.Matches("RingNode.md", Specification.PrintMarkdown());

    [Fact]
    public void Table_says_what_may_be_done_in_a_state()
    {
        var state = new RingNode.State(false, Set<Node>.Of(new Node(4), new Node(2)), Set<Node>.Of(new Node(2), new Node(4)));

        Snapshot.Matches("RingNodeTable", PermissionTable.Print(Specification.Table(state), state) + "\n");
    }

    [Fact]
    public void Failure_contracts_are_those_that_the_operations_declare() => Snapshot.Matches("Failures", IoSpecification.Of(new Courier()).Print());

    [Fact]
    public void Input_is_bound_before_the_update_or_another_event_on_the_operation_branches_on_it() =>
        Snapshot.Matches("Inputs", IoSpecification.Of(new Pollster()).Print());
}
