using Igloo.Monitoring.Telemetry;

namespace Igloo.Monitoring.Tests.Telemetry;

public sealed class BroadcastTests
{
    [Fact]
    public void Value_that_is_posted_while_another_thread_delivers_is_delivered_by_one_of_them()
    {
        const int rounds = 2_000;
        var broadcast = new Broadcast<int>();
        var seen = new Observer();
        using var subscription = broadcast.Subscribe(seen);
        using var both = new Barrier(2);

        var missing = 0;
        var threads = Enumerable.Range(0, 2).Select(own => new Thread(() =>
        {
            for (var i = 1; i <= rounds; i++)
            {
                both.SignalAndWait();
                broadcast.Post(i);
                broadcast.Deliver();
                both.SignalAndWait();
                if (own == 0 && seen.Count != 2 * i)
                {
                    missing++;
                    seen.Count = 2 * i;
                }

                both.SignalAndWait();
            }
        })).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());

        Assert.Equal(0, missing);
    }

    [Fact]
    public void Observer_is_told_of_the_end_once_whether_it_comes_before_or_after()
    {
        var broadcast = new Broadcast<int>();
        var (early, late) = (new Observer(), new Observer());
        using var first = broadcast.Subscribe(early);

        broadcast.PostEnd();
        broadcast.Deliver();
        using var second = broadcast.Subscribe(late);

        Assert.Equal((1, 1), (early.Ends, late.Ends));
        Assert.False(broadcast.IsHeard);
    }

    [Fact]
    public void Observer_that_comes_while_the_end_is_delivered_is_told_once()
    {
        for (var i = 0; i < 500; i++)
        {
            var broadcast = new Broadcast<int>();
            var observer = new Observer();
            broadcast.PostEnd();
            using var both = new Barrier(2);
            var threads = new Action[] { broadcast.Deliver, () => broadcast.Subscribe(observer) }.Select(act => new Thread(() =>
            {
                both.SignalAndWait();
                act();
            })).ToList();
            threads.ForEach(t => t.Start());
            threads.ForEach(t => t.Join());

            Assert.Equal(1, observer.Ends);
        }
    }

    private sealed class Observer : IObserver<int>
    {
        private int ends;

        public int Count { get; set; }

        public int Ends => ends;

        public void OnCompleted() => Interlocked.Increment(ref ends);

        public void OnError(Exception error) => throw error;

        public void OnNext(int value) => Count++;
    }
}
