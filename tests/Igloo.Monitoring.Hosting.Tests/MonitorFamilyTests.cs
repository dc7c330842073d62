using Igloo.Monitoring.Reports;
using LeaderElection.Model;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using E = LeaderElection.Model.RingNode.Event;

namespace Igloo.Monitoring.Hosting.Tests;

public sealed class MonitorFamilyTests : IDisposable
{
    private static readonly Ring Three = new(3);
    private static readonly E Forbidden = new E.Send(new(1), new Node(2));
    private readonly IConfigurationRoot configuration = new ConfigurationBuilder().AddInMemoryCollection().Build();
    private readonly Records records = new();
    private readonly ServiceProvider services;

    public MonitorFamilyTests()
    {
        var collection = new ServiceCollection();
        collection.AddLogging(logging => logging.AddProvider(records));
        collection.AddIgloo().AddMonitors<RingNode.State, E>("connections");
        collection.Configure<MonitorSettings>("connections", configuration.GetSection("Igloo"));
        services = collection.BuildServiceProvider();
    }

    private MonitorFamily<RingNode.State, E> Family => services.GetRequiredService<MonitorFamily<RingNode.State, E>>();

    public void Dispose() => services.Dispose();

    [Fact]
    public void Members_are_those_that_have_not_ended()
    {
        var first = Start();
        using var second = Start();
        Assert.Equal(2, Family.Members.Count);

        first.Dispose();

        Assert.Same(second, Assert.Single(Family.Members));
        Assert.Equal("connections", second.Name);
    }

    [Fact]
    public void Settings_that_change_hold_for_the_members_and_for_those_to_come()
    {
        using var before = Start();
        Assert.Throws<PermissionViolationException>(() => before.Begin(Forbidden));

        configuration["Igloo:Events:Send"] = "Observe";
        configuration.Reload();

        using var after = Start();
        foreach (var monitor in (PermissionMonitor<RingNode.State, E>[])[before, after]) monitor.Succeed(monitor.Begin(Forbidden));
    }

    [Fact]
    public void Settings_that_do_not_hold_keep_no_connection_from_starting()
    {
        using var before = Start();
        configuration["Igloo:Policy"] = "Drop";
        Assert.Throws<AggregateException>(configuration.Reload);

        using var after = Start();

        Assert.Throws<PermissionViolationException>(() => after.Begin(Forbidden));
    }

    [Fact]
    public void Family_that_could_not_be_made_follows_no_settings()
    {
        configuration["Igloo:Policy"] = "Drop";
        Assert.Throws<OptionsValidationException>(() => Family);
        Assert.Throws<OptionsValidationException>(() => Family);
        configuration["Igloo:Policy"] = "Enforce";
        configuration.Reload();
        using var monitor = Start();

        configuration["Igloo:Policy"] = "Drop";
        Assert.Throws<AggregateException>(configuration.Reload);

        Assert.Equal(7011, Assert.Single(records.All).Id);
    }

    [Fact]
    public void Settings_are_validated_at_the_start()
    {
        configuration["Igloo:Policy"] = "Drop";

        Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());
    }

    [Fact]
    public async Task Health_is_degraded_while_a_member_has_diverged_and_counts_violations_of_those_that_ended()
    {
        configuration["Igloo:Policy"] = "Observe";
        var diverging = Start();
        using var other = Start();
        Assert.Equal(HealthStatus.Healthy, (await HealthAsync()).Status);

        diverging.Succeed(diverging.Begin(Forbidden));
        Assert.Equal(HealthStatus.Degraded, (await HealthAsync()).Status);

        diverging.Dispose();
        var health = await HealthAsync();
        Assert.Equal((HealthStatus.Healthy, 1, 1L), (health.Status, health.Data["monitors"], health.Data["violations"]));
    }

    [Fact]
    public async Task Member_that_has_stopped_is_the_end_of_a_connection_and_no_illness()
    {
        using var monitor = Start();
        monitor.Stop();

        var health = await HealthAsync();

        Assert.Equal((HealthStatus.Healthy, 1), (health.Status, health.Data["stopped"]));
    }

    private PermissionMonitor<RingNode.State, E> Start() => Family.Start(new RingNode(new Node(0), Three.AddressOf(new Node(1)), Three));

    private async Task<HealthReportEntry> HealthAsync() =>
        (await services.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken)).Entries["connections"];
}
