using Igloo.Monitoring.Permissions;

namespace Igloo.Monitoring.Tests.Permissions;

public sealed class ShortLockTests
{
    [Theory]
    [InlineData(2, 200_000, 0)]
    [InlineData(8, 5_000, 0)]
    // Sections longer than anyone spins, so that the others go to sleep and have to be woken: that is what the pause inside is for.
    [InlineData(6, 60, 1)]
    public void Section_is_never_entered_by_two_threads(int threads, int rounds, int milliseconds)
    {
        var gate = new ShortLock();
        var (inside, most, total) = (0, 0, 0);
        var workers = Enumerable.Range(0, threads).Select(_ => new Thread(() =>
        {
            for (var i = 0; i < rounds; i++)
            {
                using (gate.Enter())
                {
                    most = Math.Max(most, ++inside);
                    total++;
                    if (milliseconds > 0) Thread.Sleep(milliseconds);
                    inside--;
                }
            }
        })).ToList();
        workers.ForEach(w => w.Start());
        workers.ForEach(w => w.Join());
        Assert.Equal((1, threads * rounds), (most, total));
    }

    [Fact]
    public void Sleeper_is_woken_when_the_section_is_left()
    {
        var gate = new ShortLock();
        using var isAsking = new ManualResetEventSlim();
        Thread sleeper;
        using (gate.Enter())
        {
            sleeper = new Thread(() =>
            {
                isAsking.Set();
                using (gate.Enter())
                {
                }
            });
            sleeper.Start();
            isAsking.Wait(TestContext.Current.CancellationToken);
            while (sleeper.ThreadState != ThreadState.WaitSleepJoin) Thread.Yield();
        }

        sleeper.Join();
    }

    [Fact]
    public void Thread_that_is_inside_already_is_misuse()
    {
        var gate = new ShortLock();
        using (gate.Enter())
        {
            Assert.Throws<LockRecursionException>(() => { using var again = gate.Enter(); });
        }

        using (gate.Enter())
        {
        }
    }

    [Fact]
    public void Section_is_left_when_what_is_inside_throws()
    {
        var gate = new ShortLock();
        Assert.Throws<InvalidOperationException>((Action)Fail);
        using (gate.Enter())
        {
        }

        void Fail()
        {
            using var section = gate.Enter();
            throw new InvalidOperationException();
        }
    }
}
