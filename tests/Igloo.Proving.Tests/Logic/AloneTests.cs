using System.Diagnostics;
using Igloo.Proving.Logic;

namespace Igloo.Proving.Tests.Logic;

/// <summary>Tests that measure the whole process, and so must not run beside others.</summary>
[Collection(nameof(AloneTests))]
[CollectionDefinition(nameof(AloneTests), DisableParallelization = true)]
public sealed class AloneTests
{
    [Fact]
    public void Cancellation_leaves_nothing_running_behind()
    {
        using (var cancellation = new CancellationTokenSource(50))
            Assert.ThrowsAny<OperationCanceledException>(() => SatisfiabilityTests.Hard().Check(new() { ResourceLimit = 0 }, cancellation.Token));
        var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        Thread.Sleep(300);
        process.Refresh();
        Assert.True(process.TotalProcessorTime - before < TimeSpan.FromMilliseconds(250), "Something still computes after the cancelled check.");
    }
}
