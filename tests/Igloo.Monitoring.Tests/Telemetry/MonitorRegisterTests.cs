using System.Runtime.CompilerServices;
using Igloo.Monitoring.Telemetry;
using Igloo.Monitoring.Tests.Models;

namespace Igloo.Monitoring.Tests.Telemetry;

/// <summary>What is kept of monitors that come and go.</summary>
public sealed class MonitorRegisterTests
{
    private readonly MonitorRegister register = new();

    [Fact]
    public void Monitor_in_use_is_measured_and_one_that_has_ended_is_not()
    {
        using var inUse = PermissionMonitor.Start(new Counter());
        var ended = PermissionMonitor.Start(new Counter());
        register.Add("one", inUse);
        register.Add("two", ended);
        ended.Dispose();

        Assert.Equal("one", Assert.Single(register.Measure(h => h.Events)).Tags[0].Value);
    }

    [Fact]
    public void Monitor_that_was_removed_is_forgotten_while_somebody_holds_it()
    {
        using var monitor = PermissionMonitor.Start(new Counter());
        register.Add("one", monitor);
        register.Remove(monitor);

        Assert.Equal(0, register.Count);
    }

    [Fact]
    public void Monitors_that_nobody_holds_are_forgotten()
    {
        AddMany();
        GC.Collect();

        Assert.Equal(0, register.Count);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AddMany()
    {
        for (var i = 0; i < 1_000; i++) register.Add("one", PermissionMonitor.Start(new Counter()));
    }
}
