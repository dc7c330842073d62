using LeaderElection.Links;
using LeaderElection.Model;
using LeaderElection.Wire;

namespace LeaderElection.Tests.Links;

public sealed class FaultPlanTests
{
    private static readonly byte[] Datagram = Message();

    [Fact]
    public void Datagram_passes_unchanged_and_at_once_when_there_are_no_faults() =>
        Assert.All(Decisions(LinkFaults.None, 100), copies =>
        {
            var (bytes, delay) = Assert.Single(copies);
            Assert.Equal(Datagram, bytes.ToArray());
            Assert.Equal(TimeSpan.Zero, delay);
        });

    [Fact]
    public void Nothing_passes_when_all_is_lost() =>
        Assert.All(Decisions(LinkFaults.None with { Loss = 1 }, 100), copies => Assert.Empty(copies));

    [Fact]
    public void Two_copies_pass_when_all_is_duplicated() =>
        Assert.All(Decisions(LinkFaults.None with { Duplication = 1 }, 100), copies => Assert.Equal(2, copies.Count));

    [Fact]
    public void Every_copy_is_junk_when_all_is_corrupted() =>
        Assert.All(Decisions(LinkFaults.None with { Corruption = 1 }, 1_000), copies => Assert.False(RingCodec.TryRead(copies[0].Bytes.Span, out _)));

    [Fact]
    public void Delay_stays_within_its_bound()
    {
        var delays = Decisions(LinkFaults.None with { Delay = TimeSpan.FromMilliseconds(10) }, 1_000).Select(c => c[0].Delay).ToList();

        Assert.InRange(delays.Max(), TimeSpan.FromMilliseconds(9), TimeSpan.FromMilliseconds(10));
        Assert.InRange(delays.Min(), TimeSpan.Zero, TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public void Rates_are_met()
    {
        var decisions = Decisions(new(Loss: 0.3, Duplication: 0.2, Reordering: 0, Corruption: 0, TimeSpan.Zero), 10_000);

        Assert.InRange(decisions.Count(c => c.Count == 0), 2_800, 3_200);
        Assert.InRange(decisions.Count(c => c.Count == 2), 1_250, 1_550);
    }

    [Fact]
    public void Decisions_are_those_of_the_seed()
    {
        var faults = new LinkFaults(0.3, 0.3, 0.3, 0.3, TimeSpan.FromMilliseconds(10));

        Assert.Equal(Delays(faults, seed: 1), Delays(faults, seed: 1));
        Assert.NotEqual(Delays(faults, seed: 1), Delays(faults, seed: 2));
    }

    private static List<TimeSpan> Delays(LinkFaults faults, int seed)
    {
        var plan = new FaultPlan(faults, seed);
        return [.. Enumerable.Range(0, 100).SelectMany(_ => plan.Decide(Datagram)).Select(c => c.Delay)];
    }

    private static List<IReadOnlyList<(ReadOnlyMemory<byte> Bytes, TimeSpan Delay)>> Decisions(LinkFaults faults, int count)
    {
        var plan = new FaultPlan(faults, seed: 1);
        return [.. Enumerable.Range(0, count).Select(_ => (IReadOnlyList<(ReadOnlyMemory<byte>, TimeSpan)>)plan.Decide(Datagram))];
    }

    private static byte[] Message()
    {
        var datagram = new byte[RingCodec.Length];
        RingCodec.Write(new Node(7), datagram);
        return datagram;
    }
}
