using System.Globalization;
using Failover.Cluster;
using Failover.Model;
using Failover.Nodes;

if (args is ["node", var self, var size, var silence, var log])
{
    var group = new Group(Number(size));
    await new NodeProcess(new(Number(self)), group, TimeSpan.FromMilliseconds(Number(silence)), Console.In, Console.Out).RunAsync(log);
    return 0;
}

if (args.Length > 0)
{
    Console.Error.WriteLine("Usage: Failover. Three nodes, of which the leader is killed.");
    return 2;
}

var folder = Directory.CreateTempSubdirectory("failover-");
try
{
    using var run = new FailoverRun(3, TimeSpan.FromSeconds(2), folder.FullName);
    using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
    var merged = await run.RunAsync(Console.WriteLine, limit.Token);
    Console.WriteLine(merged);
    return merged.IsAccepted ? 0 : 1;
}
finally
{
    folder.Delete(recursive: true);
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
