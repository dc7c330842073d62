using Failover.Model;
using Igloo.Monitoring;
using Igloo.Monitoring.Reports;
using E = Failover.Model.Candidate.Event;

namespace Failover.Tests;

public sealed class MisconductTests
{
    private readonly PermissionMonitor<Candidate.State, E> second = PermissionMonitor.Start(new Candidate(new(1), new Group(3)));

    [Fact]
    public void Second_node_may_not_lead_before_it_is_told_that_the_first_has_crashed() =>
        Assert.Throws<PermissionViolationException>(() => second.Begin(new E.Claim(new(2), new(1))));

    [Fact]
    public void Suspicion_of_a_later_node_is_no_reason_to_lead()
    {
        Suspect(new(2));

        Assert.Throws<PermissionViolationException>(() => second.Begin(new E.Claim(new(2), new(1))));
    }

    [Fact]
    public void Node_may_not_claim_leadership_for_another()
    {
        Suspect(new(0));

        Assert.Throws<PermissionViolationException>(() => second.Begin(new E.Claim(new(2), new(0))));
        second.Succeed(second.Begin(new E.Claim(new(2), new(1))));
    }

    private void Suspect(Node node) => second.Deliver(second.Begin(new E.Suspect(node)), new E.Suspect(node));
}
