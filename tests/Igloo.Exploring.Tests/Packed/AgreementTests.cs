using Igloo.Exploring.Packed;
using Igloo.Exploring.Tests.Models;
using Igloo.Exploring.Tests.Packed.Models;
using LeaderElection.Model;
using LockServer;
using Paxos.Model;
using TwoPhase.Model;
using Mutex = LockServer.Mutex;

namespace Igloo.Exploring.Tests.Packed;

public sealed class AgreementTests
{
    public static TheoryData<Type, int> CaseStudies => new()
    {
        { typeof(Election), 3 },
        { typeof(RingProtocol), 1 },
        { typeof(RingProtocol), 4 },
        { typeof(RingInterface), 2 },
        { typeof(RingSystem), 1 },
        { typeof(RingSystem), 2 },
        { typeof(Mutex), 3 },
        { typeof(LockProtocol), 4 },
        { typeof(SingleDecree), 1 },
        { typeof(SingleDecree), 2 },
        { typeof(AtomicCommit), 3 },
        { typeof(RingWithInitiators.Model.ChangRoberts), 4 },
    };

    [Theory]
    [MemberData(nameof(CaseStudies))]
    public void Packed_search_finds_what_the_reference_finds_on_case_studies(Type model, int size)
    {
        var instance = Instances.Of(model, size, size).First();

        SameAsReference.Explored(instance.As<EventSystem>(), instance.Universe);
    }

    [Theory]
    [InlineData(typeof(RingProtocol), 3)]
    [InlineData(typeof(RingInterface), 2)]
    [InlineData(typeof(RingSystem), 2)]
    [InlineData(typeof(LockProtocol), 3)]
    [InlineData(typeof(SingleDecree), 2)]
    [InlineData(typeof(AtomicCommit), 3)]
    public void Every_step_of_a_case_study_is_that_of_the_compiled_code(Type model, int size)
    {
        var instance = Instances.Of(model, size, size).First();

        Assert.True(SameAsReference.Steps(instance.As<EventSystem>(), instance.Universe, 2_000) > 1);
    }

    [Fact]
    public void Every_kind_of_field_is_packed()
    {
        var found = SameAsReference.Explored(new Channels(), Universe.Of(2));

        Assert.True(found.States > 1_000, found.ToString());
        Assert.Equal(found.States, SameAsReference.Steps(new Channels(), Universe.Of(2)));
    }

    [Fact]
    public void Event_that_may_leave_the_first_bounds_is_decided_by_code() =>
        Assert.Equal([new Channels.Event.Close()], SameAsReference.Packed(new Channels(), Universe.Of(2)).EventsInCode);

    [Fact]
    public void Fault_of_the_model_is_reported_with_a_shortest_run()
    {
        var found = PackedSearch.Run(SameAsReference.Packed(new Faulty(), Universe.Of(2)));
        var fault = Assert.Single(found.Violations);

        Assert.Equal((Completeness.StoppedByFault, 1, typeof(KeyNotFoundException)), (found.Completeness, fault.Run.Length, fault.Fault?.GetType()));
        Assert.Equal(new Faulty.Event.Read(), fault.FaultyEvent);
    }

    [Fact]
    public void Integers_and_sequences_that_outgrow_the_first_bounds_are_packed_in_wider_ones() =>
        Assert.Contains(SameAsReference.Explored(new Climber(), Universe.Of(1)).Violations, v => v.Name == nameof(Climber.StaysLow));

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void Limit_on_depth_cuts_where_the_reference_is_cut(int depth)
    {
        var found = SameAsReference.Explored(new Climber(), Universe.Of(1), new() { MaxDepth = depth });

        Assert.Equal(Completeness.CutByDepth, found.Completeness);
    }

    [Fact]
    public void Space_without_end_is_left_to_the_reference() =>
        Assert.Throws<NotPackableException>(() => PackedSearch.Run(SameAsReference.Packed(new Tower(), Universe.Of(1))));

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Deadlocks_are_those_of_the_reference(int size)
    {
        var all = new Participants(size);

        Assert.NotNull(SameAsReference.Explored(new Philosophers(all), Universe.Of(size, all)).Deadlock);
    }
}
