using Igloo.Monitoring;
using Igloo.Proving;
using Igloo.Testing;
using Igloo.Values;

namespace Retirement.Proofs;

/// <summary>Forgetting is sound, for every address and every number of items, and keeps a monitor's state small.</summary>
public sealed class RetirementProofs
{
    [Theory, Obligations<Forwarder>]
    public void Forwarder_holds(Obligation obligation) => obligation.Discharge();

    [Theory, Obligations<RetiringForwarder>]
    public void Retiring_forwarder_holds(Obligation obligation) => obligation.Discharge();

    [Theory, Obligations<RetiringRefinesForwarder>]
    public void Retiring_refines_forwarder(Obligation obligation) => obligation.Discharge();

    [Fact]
    public void Monitor_of_the_retiring_component_stays_small_and_refuses_what_is_retired()
    {
        var next = new Address(1);
        using var monitor = PermissionMonitor.Start(new RetiringForwarder(next));
        for (var i = 0; i < 1_000; i++)
        {
            var received = new RetiringForwarder.Event.Receive(new Item(i));
            monitor.Deliver(monitor.Begin(received), received);
            monitor.Succeed(monitor.Begin(new RetiringForwarder.Event.Send(next, new Item(i))));
            monitor.Perform(new RetiringForwarder.Event.Retire(new Item(i)));
        }

        Assert.Equal(0, monitor.Health.StateSize);
        Assert.Throws<Igloo.Monitoring.Reports.PermissionViolationException>(() => monitor.Begin(new RetiringForwarder.Event.Send(next, new Item(7))));
    }
}
