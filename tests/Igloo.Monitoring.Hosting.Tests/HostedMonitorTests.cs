using Igloo.Monitoring.Auditing;
using Igloo.Monitoring.Health;
using Igloo.Monitoring.Recovery;
using Igloo.Monitoring.Reports;
using LeaderElection.Model;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using E = LeaderElection.Model.RingNode.Event;

namespace Igloo.Monitoring.Hosting.Tests;

public sealed class HostedMonitorTests : IDisposable
{
    private static readonly Ring Three = new(3);
    private static readonly E Forbidden = new E.Send(new(1), new Node(2));
    private readonly Records records = new();
    private ServiceProvider? services;

    public void Dispose() => services?.Dispose();

    [Fact]
    public void Monitor_is_a_service_that_enforces()
    {
        var monitor = Start();

        Assert.Equal("node", monitor.Name);
        Assert.Same(monitor, services!.GetRequiredKeyedService<PermissionMonitor<RingNode.State, E>>("node"));
        Assert.Throws<PermissionViolationException>(() => monitor.Begin(Forbidden));
    }

    [Fact]
    public void Policy_follows_the_configuration_without_a_restart()
    {
        var file = new Dictionary<string, string?> { ["Igloo:Policy"] = "Enforce" };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(file).Build();
        var monitor = Start(s => s.Configure<MonitorSettings>("node", configuration.GetSection("Igloo")));
        Assert.Throws<PermissionViolationException>(() => monitor.Begin(Forbidden));

        configuration["Igloo:Events:Send"] = "Observe";
        configuration.Reload();

        monitor.Succeed(monitor.Begin(Forbidden));
    }

    [Fact]
    public void Policy_that_changes_while_the_monitor_is_made_holds()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Igloo:Policy"] = "Enforce" }).Build();
        var collection = new ServiceCollection();
        collection.Configure<MonitorSettings>("node", configuration.GetSection("Igloo"));
        collection.AddIgloo().AddMonitor("node", _ =>
        {
            configuration["Igloo:Events:Send"] = "Observe";
            configuration.Reload();
            return Component();
        });
        services = collection.BuildServiceProvider();

        var monitor = services.GetRequiredService<PermissionMonitor<RingNode.State, E>>();

        monitor.Succeed(monitor.Begin(Forbidden));
    }

    [Fact]
    public void Settings_that_name_no_event_fail_at_the_start()
    {
        Assert.Throws<OptionsValidationException>(() => Start(s => s.Configure<MonitorSettings>("node", o => o.Events["Sned"] = ViolationPolicy.Off)));
        Assert.Throws<OptionsValidationException>(() => services!.GetRequiredService<IStartupValidator>().Validate());
    }

    [Fact]
    public void Settings_of_no_policy_fail_at_the_start() =>
        Assert.Throws<OptionsValidationException>(() => Start(s => s.Configure<MonitorSettings>("node", o => o.Policy = (ViolationPolicy)7)));

    [Fact]
    public void Change_that_does_not_hold_is_logged_and_the_monitor_goes_on_under_its_settings()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Igloo:Policy"] = "Enforce" }).Build();
        var monitor = Start(s => s.Configure<MonitorSettings>("node", configuration.GetSection("Igloo")));

        configuration["Igloo:Events:Sned"] = "Observe";
        Assert.Throws<AggregateException>(configuration.Reload);

        var (id, level, text) = Assert.Single(records.All);
        Assert.Equal((7011, LogLevel.Error), (id, level));
        Assert.StartsWith("SETTINGS REJECTED for node, which goes on under those that it has: ", text, StringComparison.Ordinal);
        Assert.Contains("Sned, which is none of the events", text, StringComparison.Ordinal);
        Assert.Throws<PermissionViolationException>(() => monitor.Begin(Forbidden));

        configuration["Igloo:Policy"] = "Obsreve";
        Assert.Throws<AggregateException>(configuration.Reload);
        Assert.Contains(records.All, r => r.Id == 7011 && r.Text.Contains("Obsreve", StringComparison.Ordinal));
    }

    [Fact]
    public void Restarted_program_goes_on_where_its_log_ends()
    {
        var folder = Directory.CreateTempSubdirectory("igloo-hosted-");
        var path = Path.Combine(folder.FullName, "node.jsonl");
        Run(path, new RingNode.State(false, [], []), monitor => monitor.Perform(new E.Setup()));

        Run(path, new RingNode.State(false, [], [new Node(0)]), monitor => Assert.True(monitor.State.Outbox.Contains(new Node(0))));

        Assert.Equal(2, AuditFiles.Of(path).Length);
        Assert.Throws<RecoveryRefusedException>(() => Run(path, new RingNode.State(false, [], []), _ => { }));
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Settings_that_drop_an_internal_event_are_refused() =>
        Assert.Throws<OptionsValidationException>(() => Start(s => s.Configure<MonitorSettings>("node", o => o.Events["Elect"] = ViolationPolicy.Drop)));

    [Fact]
    public void Log_of_the_options_that_throws_keeps_no_record_from_being_written()
    {
        var monitor = Start(options: new() { Log = _ => throw new FormatException("torn") });

        Assert.Throws<PermissionViolationException>(() => monitor.Begin(Forbidden));

        Assert.Equal([7001, 7012], records.All.Select(r => r.Id));
        Assert.StartsWith("LISTENER FAILURE of node, Log: FormatException: torn.", records.All.Last().Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Violation_is_one_log_record_with_a_stable_number()
    {
        var monitor = Start();

        Assert.Throws<PermissionViolationException>(() => monitor.Begin(Forbidden));

        var (id, level, text) = Assert.Single(records.All);
        Assert.Equal((7001, LogLevel.Error), (id, level));
        Assert.StartsWith("REFUSED before the call", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_degrades_when_the_monitor_has_diverged_and_fails_when_it_has_stopped()
    {
        var monitor = Start(s => s.Configure<MonitorSettings>("node", o => o.Policy = ViolationPolicy.Observe));
        Assert.Equal(HealthStatus.Healthy, await HealthAsync());

        monitor.Succeed(monitor.Begin(Forbidden));
        Assert.Equal(HealthStatus.Degraded, await HealthAsync());

        monitor.Stop();
        Assert.Equal(HealthStatus.Unhealthy, await HealthAsync());
    }

    [Fact]
    public async Task Health_degrades_when_the_audit_log_is_lost()
    {
        var monitor = Start(options: new() { Audit = new Full(), OnAuditFailure = AuditFailurePolicy.Continue });

        monitor.Perform(new E.Setup());

        Assert.Equal(HealthStatus.Degraded, await HealthAsync());
    }

    [Fact]
    public void Violation_that_is_only_observed_is_a_warning()
    {
        var monitor = Start(s => s.Configure<MonitorSettings>("node", o => o.Policy = ViolationPolicy.Observe));

        monitor.Succeed(monitor.Begin(Forbidden));

        Assert.Equal((7001, LogLevel.Warning), records.All.Select(r => (r.Id, r.Level)).Single());
    }

    [Fact]
    public void Own_log_and_the_clock_of_the_services_are_used()
    {
        var own = new List<MonitorReport>();
        var clock = new StoppedClock();
        var monitor = Start(s => s.AddSingleton<TimeProvider>(clock), new() { Log = own.Add });

        Assert.Throws<PermissionViolationException>(() => monitor.Begin(Forbidden));

        Assert.Equal(clock.GetUtcNow(), Assert.Single(own).At);
        Assert.Single(records.All);
    }

    [Fact]
    public void Settings_of_another_name_are_nothing_to_this_monitor()
    {
        var file = new Dictionary<string, string?> { ["Other:Events:Sned"] = "Off", ["Other:Policy"] = "Off" };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(file).Build();
        var monitor = Start(s => s.Configure<MonitorSettings>("other", configuration.GetSection("Other")));
        Assert.True(services!.GetRequiredService<IOptionsMonitor<MonitorSettings>>().Get("other").Events.ContainsKey("Sned"));

        configuration.Reload();

        Assert.Equal(ViolationPolicy.Enforce, monitor.Policies.Default);
        Assert.Throws<PermissionViolationException>(() => monitor.Begin(Forbidden));
    }

    [Fact]
    public void Monitor_ends_with_its_services()
    {
        var monitor = Start();

        services!.Dispose();

        Assert.Equal(MonitorStatus.Ended, monitor.Health.Status);
    }

    // One process after another: the state that the program has stored is the one that it recovers.
    private static void Run(string path, RingNode.State stored, Action<PermissionMonitor<RingNode.State, E>> work)
    {
        var collection = new ServiceCollection();
        collection.AddSingleton(_ => AuditFiles.Of(path).Any() ? AuditLog<E>.Continue(path) : AuditLog<E>.Create(path));
        collection.AddIgloo().AddMonitor(
            "node",
            _ => Component(),
            provider => new() { Audit = provider.GetRequiredService<AuditLog<E>>() },
            _ => AuditFiles.Of(path).Any() ? new(DurableLog.SnapshotOf(Component(), path), stored) : null);
        using var provider = collection.BuildServiceProvider();
        work(provider.GetRequiredService<PermissionMonitor<RingNode.State, E>>());
    }

    private static RingNode Component() => new(new Node(0), Three.AddressOf(new Node(1)), Three);

    private async Task<HealthStatus> HealthAsync() =>
        (await services!.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken)).Entries["node"].Status;

    private PermissionMonitor<RingNode.State, E> Start(Action<IServiceCollection>? configure = null, MonitorOptions<RingNode.State, E>? options = null)
    {
        var collection = new ServiceCollection();
        collection.AddLogging(logging => logging.AddProvider(records));
        collection.AddIgloo().AddMonitor("node", _ => Component(), _ => options ?? new());
        configure?.Invoke(collection);
        services = collection.BuildServiceProvider();
        return services.GetRequiredService<PermissionMonitor<RingNode.State, E>>();
    }

    private sealed class Full : IAuditSink<E>
    {
        public void Record(in AuditEntry<E> entry) => throw new IOException("No space left on device");
    }

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch;
    }
}
