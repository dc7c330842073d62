using System.Net.Sockets;
using System.Threading.Channels;

namespace Igloo.Monitoring.Tests.Racing;

/// <summary>Calls one end from several threads, cancels at random points, and disposes of it under them.</summary>
internal sealed class Race
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private int said;

    /// <summary>Says a number.</summary>
    public required Func<int, CancellationToken, Task> Say { get; init; }

    /// <summary>Hears something; false when there is nothing more to hear.</summary>
    public required Func<CancellationToken, Task<bool>> Hear { get; init; }

    /// <summary>What ends both.</summary>
    public required Func<Task> Dispose { get; init; }

    /// <summary>Runs two who say, two who hear, and one who disposes of it all at some point.</summary>
    /// <param name="seed">Decides who gives up and when.</param>
    /// <param name="peer">What the other end does meanwhile.</param>
    public async Task Run(int seed, Func<Random, Task> peer)
    {
        var random = new Random(seed);
        var patience = random.Next(3) == 0 ? 0 : random.Next(1, 400);
        Task[] callers = [Saying(random.Next()), Saying(random.Next()), Hearing(random.Next()), Hearing(random.Next())];
        var peering = Task.Run(() => peer(new Random(random.Next())), TestContext.Current.CancellationToken);
        var ending = Task.Run(
            async () =>
            {
                for (var i = 0; i < patience; i++) await Task.Yield();
                // Where the peer stalls nobody comes to an end without it.
                if (patience % 2 == 0) await Task.WhenAny([.. callers, Task.Delay(30, TestContext.Current.CancellationToken)]);
                await Dispose();
                await Dispose();
            },
            TestContext.Current.CancellationToken);
        await Task.WhenAll([ending, peering, .. callers]).WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    /// <summary>Whether a failure is what a program may expect of a transport that is cancelled, disposed of, or broken.</summary>
    public static bool IsExpected(Exception failure) => failure is OperationCanceledException or ObjectDisposedException or IOException or SocketException or ChannelClosedException;

    private Task Saying(int seed) => Calling(seed, async cancellation =>
    {
        await Say(Interlocked.Increment(ref said), cancellation);
        return true;
    });

    private Task Hearing(int seed) => Calling(seed, Hear);

    private static Task Calling(int seed, Func<CancellationToken, Task<bool>> call) => Task.Run(
        async () =>
        {
            var random = new Random(seed);
            for (var i = 0; i < 15; i++)
            {
                using var givingUp = new CancellationTokenSource();
                try
                {
                    if (random.Next(6) == 0) await givingUp.CancelAsync();
                    var calling = call(givingUp.Token);
                    if (random.Next(3) == 0)
                    {
                        for (var turn = random.Next(30); turn > 0; turn--) await Task.Yield();
                        await givingUp.CancelAsync();
                    }

                    if (!await calling) return;
                }
                catch (OperationCanceledException)
                {
                }
                catch (Exception failure) when (IsExpected(failure))
                {
                    return;
                }
            }
        },
        TestContext.Current.CancellationToken);
}
