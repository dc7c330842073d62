using Igloo.Exploring;
using Igloo.Exploring.Stepping;
using Igloo.Testing;
using Tftp.Model;
using Whole = Igloo.Components.Composition<Tftp.Model.Network.State, Tftp.Model.Network.Event, Tftp.Model.Session, Tftp.Model.Transfer.State, Tftp.Model.Transfer.Event, Tftp.Model.Client, Tftp.Model.Download.State, Tftp.Model.Download.Event>;

namespace Tftp.Proofs;

/// <summary>One transfer with its client, explored to the end: every datagram may be lost, repeated and late.</summary>
public sealed class WholeTransferTests
{
    private static readonly Instance One = Instances.Of<TftpSystem>(1, 1).Single();
    private static readonly Session Sent = new(0);
    private static readonly Client Reader = new(0);

    [Fact]
    public void One_transfer_is_explored_completely_and_everything_happens()
    {
        var found = Explorer.Explore(One);

        found.AssertHolds();
        Assert.Equal((4_428, 95_371L, 19), (found.States, found.Generated, found.Depth));
        Assert.Empty(found.NeverEnabled);
        Assert.Empty(found.Unbounded);
    }

    [Fact]
    public void Both_ends_finish_a_file_that_ends_with_an_empty_block_and_its_blocks_may_still_arrive_again()
    {
        var query = Explorer.FindState(One.As<Igloo.Models.EventSystem>(), One.Universe, s => s is Whole.State state && IsWhole(state));

        var end = (Whole.State)Assert.IsType<StateQuery.Reached>(query).Run.Last;
        Assert.Equal([Block.Full, 0], end.Second[Reader].Blocks.Select(b => b.Length));
        var again = EnabledEvents.At(One.As<Igloo.Models.EventSystem>(), One.Universe, end)
            .Select(e => e.Event).OfType<Whole.Event.Environment>().Select(e => e.Own).OfType<Network.Event.Deliver>();
        Assert.Equal([1, 2], again.Where(d => d.Packet.Kind == PacketKind.Data).Select(d => d.Packet.Number).Order());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Instance_satisfies_what_the_theory_assumes(int size)
    {
        foreach (var axiom in AxiomCheck.Check(new SeveralSessions(size))) axiom.AssertHolds();
    }

    private static bool IsWhole(Whole.State state) =>
        state.First[Sent].Phase == Transfer.Phase.Complete && state.Second[Reader].Phase == Download.Phase.Complete && state.Second[Reader].Blocks.Count == 2;
}
