using Igloo.IoSpecs.Heaps;
using Igloo.IoSpecs.Canonical;
using Igloo.Components;

namespace Igloo.IoSpecs.Tests;

public sealed class DerivationTests
{
    private static readonly Courier.Event[] Universe =
    [
        new Courier.Event.Fetches(2), new Courier.Event.Ships(2, 2), new Courier.Event.Posts(1), new Courier.Event.Calls(1),
        new Courier.Event.Posts(0), new Courier.Event.Rests(), new Courier.Event.Ships(1, 1),
    ];

    [Fact]
    public void Events_stand_in_the_order_of_declaration_and_then_of_the_universe()
    {
        string[] inOrder = ["Post 0", "Rests", "Call", "Ship (2, 2)", "Ship (1, 1)", "Fetch"];

        Assert.Equal(inOrder, Permissions(Universe));
    }

    [Fact]
    public void Order_of_the_cases_is_not_that_of_the_universe() =>
        Assert.Equal(Permissions(Universe).Select(p => p.Split(' ')[0]), Permissions([.. Universe.Reverse()]).Select(p => p.Split(' ')[0]));

    [Fact]
    public void Two_events_that_are_one_action_are_refused() =>
        Assert.Throws<ArgumentException>(() => IoSpecification.Of(new Courier()).Over([new Courier.Event.Posts(1), new Courier.Event.Posts(1)]));

    [Fact]
    public void Guard_that_reads_an_input_is_noticed_when_another_input_comes()
    {
        var process = IoSpecification.Of(new Choosy()).ToProcess([new Choosy.Event.Gets(1), new Choosy.Event.Gets(2)]);
        var typing = IoSpecification.Of(new Choosy()).Over([new Choosy.Event.Gets(1), new Choosy.Event.Gets(2)]).Typing;

        var failure = Assert.Throws<InvalidOperationException>(() => process.HasTrace(typing, [new("Fetch", default(Unit), 2), new("Fetch", default(Unit), 1)]));
        Assert.Contains("guard of Fetch reads its input", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Guard_that_differs_only_on_ill_typed_inputs_is_as_good_as_any()
    {
        var specification = IoSpecification.Of(new Weigher());
        Weigher.Event[] universe = [new Weigher.Event.Weighs(-1), new Weigher.Event.Weighs(1), new Weigher.Event.Weighs(2)];
        var (process, typing) = (specification.ToProcess(universe), specification.Over(universe).Typing);

        Assert.True(process.HasTrace(typing, [Weighed(2), Weighed(1)]));
        Assert.False(process.HasTrace(typing, [Weighed(-1)]));
    }

    [Fact]
    public void Event_with_outputs_and_an_input_is_one_permission_for_each_output()
    {
        var specification = IoSpecification.Of(new Appraiser());
        Appraiser.Event[] universe = [new Appraiser.Event.Asks(2, 1), new Appraiser.Event.Asks(1, 1), new Appraiser.Event.Asks(1, 2), new Appraiser.Event.Asks(2, 2), new Appraiser.Event.Asks(3, 3)];
        var (process, typing) = (specification.ToProcess(universe), specification.Over(universe).Typing);
        var permissions = CanonicalModel.Of(process, new((_, _, output) => output), depth: 1).Chunks.OfType<Chunk.Permission>();

        Assert.Equal([1, 2], permissions.Select(p => p.Output).Order());
        Assert.True(process.HasTrace(typing, [new("Appraise", 1, 2), new("Appraise", 1, 1)]));
        Assert.False(process.HasTrace(typing, [new("Appraise", 2, 1)]));
        Assert.False(process.HasTrace(typing, [new("Appraise", 3, 3)]));
        Assert.Equal(["Asks(Least: 1, Price: ?)", "Asks(Least: 2, Price: ?)"], specification.Table(new(), 1, 2, 3).Single().Permitted);
    }

    [Fact]
    public void Operation_without_a_well_typed_input_is_refused_and_not_left_out()
    {
        var refusal = Assert.Throws<ArgumentException>(() => IoSpecification.Of(new Weigher()).Over([new Weigher.Event.Weighs(-1), new Weigher.Event.Weighs(0)]));

        Assert.Contains("Scale(Unit) has no well-typed input", refusal.Message, StringComparison.Ordinal);
    }

    private static IoAction Weighed(int weight) => new("Scale", default(Unit), weight);

    // Positions grow from left to right, so the targets of the first step say in which order it is.
    private static IEnumerable<string> Permissions(Courier.Event[] universe)
    {
        var process = IoSpecification.Of(new Courier()).ToProcess(universe);
        var first = CanonicalModel.Of(process, new((_, operation, _) => operation is "Call" ? 1 : operation is "Fetch" ? 2 : default(Unit)), depth: 1);
        return first.Chunks.OfType<Chunk.Permission>().OrderBy(p => p.Target.Name.Length)
            .Select(p => p.Output switch { Courier.Event.Rests => "Rests", Unit => p.Operation, var output => $"{p.Operation} {output}" });
    }

    private sealed class Weigher : Component<Weigher.State, Weigher.Event>
    {
        public sealed record State;

        public abstract record Event
        {
            [Io<Scale>]
            public sealed record Weighs([Input] int Weight) : Event;
        }

        public sealed class Scale : IoOperation<Unit, int>
        {
            public override bool Returns(Unit output, int input) => input > 0;
        }

        public override State Initial => new();

        // Reads its input and says the same of every one that the operation returns, which the generator cannot know.
#pragma warning disable IGL1103
        public override State? Next(State s, Event e) => e is Event.Weighs { Weight: > 0 } ? s : null;
#pragma warning restore IGL1103
    }

    private sealed class Appraiser : Component<Appraiser.State, Appraiser.Event>
    {
        public sealed record State;

        public abstract record Event
        {
            [Io<Appraise>]
            public sealed record Asks(int Least, [Input] int Price) : Event;
        }

        public sealed class Appraise : IoOperation<int, int>
        {
            public override bool Returns(int output, int input) => input >= output;
        }

        public override State Initial => new();

        public override State? Next(State s, Event e) => e is Event.Asks(var least, _) && least < 3 ? s : null;
    }

    private sealed class Choosy : Component<Choosy.State, Choosy.Event>
    {
        public sealed record State;

        public abstract record Event
        {
            [Io<Courier.Fetch>]
            public sealed record Gets([Input] int Parcel) : Event;
        }

        public override State Initial => new();

        // What the generator refuses to translate may still be executed.
#pragma warning disable IGL1103
        public override State? Next(State s, Event e) => e is Event.Gets { Parcel: 1 } ? s : null;
#pragma warning restore IGL1103
    }
}
