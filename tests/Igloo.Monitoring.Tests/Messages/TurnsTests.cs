using System.Runtime.CompilerServices;
using Igloo.Monitoring.Messages;

namespace Igloo.Monitoring.Tests.Messages;

/// <summary>One operation at a time.</summary>
public sealed class TurnsTests
{
    private readonly Turns turns = new("wire");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Turns_come_in_the_order_of_asking()
    {
        Assert.True(turns.TryEnter());
        var order = new List<int>();
        var waits = Enumerable.Range(0, 10).Select(i => Take(i, order)).ToArray();
        Assert.False(turns.TryEnter());

        turns.Exit();
        await Task.WhenAll(waits);

        Assert.Equal(Enumerable.Range(0, 10), order);
        Assert.True(turns.TryEnter());
    }

    [Fact]
    public void Thread_that_waits_is_woken_with_the_reason_when_all_end()
    {
        Assert.True(turns.TryEnter());
        Exception? reason = null;
        var waiting = new Thread(() => reason = Record.Exception(turns.Enter)) { IsBackground = true };
        waiting.Start();
        Assert.True(SpinWait.SpinUntil(() => waiting.ThreadState.HasFlag(ThreadState.WaitSleepJoin), TimeSpan.FromSeconds(20)));

        turns.End(new IOException("reset"));

        Assert.True(waiting.Join(TimeSpan.FromSeconds(20)));
        Assert.Contains("reset", reason!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_inside_together_with_another()
    {
        var inside = 0;
        var most = 0;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(
            async () =>
            {
                for (var i = 0; i < 2_000; i++)
                {
                    using var ending = new CancellationTokenSource();
                    var entering = turns.EnterAsync(ending.Token);
                    if ((i + n) % 3 == 0) await ending.CancelAsync();
                    try
                    {
                        await entering;
                    }
                    catch (OperationCanceledException)
                    {
                        continue;
                    }

                    most = Math.Max(most, Interlocked.Increment(ref inside));
                    if (i % 5 == 0) await Task.Yield();
                    Interlocked.Decrement(ref inside);
                    turns.Exit();
                }
            },
            Cancellation)));

        Assert.Equal(1, most);
        Assert.True(turns.TryEnter());
    }

    [Fact]
    public async Task Who_gives_up_is_passed_over()
    {
        Assert.True(turns.TryEnter());
        using var ending = new CancellationTokenSource();
        var given = turns.EnterAsync(ending.Token).AsTask();
        var kept = turns.EnterAsync(Cancellation).AsTask();
        await ending.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);

        turns.Exit();

        await kept;
        Assert.False(turns.TryEnter());
    }

    [Fact]
    public async Task End_reaches_those_who_wait_while_another_is_inside()
    {
        Assert.True(turns.TryEnter());
        var waiting = turns.EnterAsync(Cancellation).AsTask();

        turns.End(new InvalidDataException("broken"));

        Assert.IsType<InvalidDataException>((await Assert.ThrowsAsync<IOException>(() => waiting.WaitAsync(TimeSpan.FromMinutes(1), Cancellation))).InnerException);
        turns.Exit();
        Assert.Throws<IOException>(() => turns.TryEnter());
        await Assert.ThrowsAsync<IOException>(async () => await turns.EnterAsync(Cancellation));
    }

    [Fact]
    public async Task End_finds_everybody_who_asks_at_the_same_time()
    {
        for (var round = 0; round < 200; round++)
        {
            var raced = new Turns("wire");
            Assert.True(raced.TryEnter());
            var asking = Enumerable.Range(0, 3).Select(_ => Task.Run(async () => await raced.EnterAsync(Cancellation), Cancellation)).ToArray();
            var ending = Task.Run(() => raced.End(null), Cancellation);

            foreach (var asked in asking) await Assert.ThrowsAsync<ObjectDisposedException>(() => asked.WaitAsync(TimeSpan.FromMinutes(1), Cancellation));
            await ending;
            raced.Exit();
            Assert.Throws<ObjectDisposedException>(() => raced.TryEnter());
        }
    }

    [Fact]
    public async Task Waits_that_are_cancelled_under_a_stalled_holder_leave_nothing_alive()
    {
        Assert.True(turns.TryEnter());
        var kept = turns.EnterAsync(Cancellation).AsTask();
        var cancelled = Enumerable.Range(0, 10_000).Select(_ => Cancelled()).ToList();
        var last = turns.EnterAsync(Cancellation).AsTask();

        GC.Collect();

        Assert.InRange(cancelled.Count(c => c.IsAlive), 0, 10);
        turns.Exit();
        await kept;
        Assert.False(last.IsCompleted);
        turns.Exit();
        await last;
    }

    [Fact]
    public async Task Turns_come_in_the_order_of_asking_whoever_has_given_up_between()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var line = new Turns("wire");
            Assert.True(line.TryEnter());
            var waits = Enumerable.Range(0, 6).Select(_ => new CancellationTokenSource()).Select(c => (Ending: c, Wait: line.EnterAsync(c.Token).AsTask())).ToList();
            var given = waits.Where(_ => random.Next(2) == 0).OrderBy(_ => random.Next()).ToList();
            foreach (var (end, _) in given) await end.CancelAsync();

            foreach (var (end, wait) in waits)
            {
                if (given.Contains((end, wait)))
                {
                    await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
                    continue;
                }

                Assert.False(wait.IsCompleted);
                line.Exit();
                await wait.WaitAsync(TimeSpan.FromMinutes(1), Cancellation);
            }

            line.Exit();
            Assert.True(line.TryEnter());
        }
    }

    [Fact]
    public async Task Racing_cancellations_and_turns_leave_nobody_behind()
    {
        for (var round = 0; round < 500; round++)
        {
            var line = new Turns("wire");
            Assert.True(line.TryEnter());
            using var ending = new CancellationTokenSource();
            var raced = line.EnterAsync(ending.Token).AsTask();
            var after = line.EnterAsync(Cancellation).AsTask();
            using var both = new Barrier(2);
            var cancelling = Task.Run(
                () =>
                {
                    both.SignalAndWait(Cancellation);
                    ending.Cancel();
                },
                Cancellation);
            both.SignalAndWait(Cancellation);
            line.Exit();

            await cancelling;
            if (await Record.ExceptionAsync(() => raced.WaitAsync(TimeSpan.FromMinutes(1), Cancellation)) is null) line.Exit();
            await after.WaitAsync(TimeSpan.FromMinutes(1), Cancellation);
            line.Exit();
            Assert.True(line.TryEnter());
        }
    }

    // What waits knows the token that ends it, so that its source is alive as long as it is.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference Cancelled()
    {
        var ending = new CancellationTokenSource();
        var waiting = turns.EnterAsync(ending.Token);
        ending.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => waiting.GetAwaiter().GetResult());
        ending.Dispose();
        return new(ending);
    }

    private async Task Take(int number, List<int> order)
    {
        await turns.EnterAsync(Cancellation);
        order.Add(number);
        turns.Exit();
    }
}
