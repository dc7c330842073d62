using Igloo.Exploring.Tests.Models;
using LockServer;
using Mutex = LockServer.Mutex;

namespace Igloo.Exploring.Tests;

public sealed class PropertyEvaluationTests
{
    private static readonly Mutex Model = new();
    private static readonly PropertyEvaluation OfMutex = PropertyEvaluation.Of(Model, Universe.Of(2));
    private static readonly Mutex.Event Acquire = new Mutex.Event.Acquire(new Client(1));

    [Fact]
    public void Invariant_about_the_past_has_a_value_that_depends_on_it()
    {
        var held = Model.Next(Model.Initial, Acquire)!;

        var withPast = OfMutex.AtState(held, OfMutex.PastAfter(OfMutex.NoPast, Acquire)).Single();
        var without = OfMutex.AtState(held, OfMutex.NoPast).Single();

        Assert.False(withPast.IsViolated);
        Assert.True(without.IsViolated);
        Assert.Equal([new Argument("c", new Client(1))], without.Arguments);
    }

    [Fact]
    public void Property_of_traces_is_false_at_the_event_that_breaks_it()
    {
        var held = Model.Next(Model.Initial, Acquire)!;
        var release = new Mutex.Event.Release(new Client(1));

        Assert.True(OfMutex.AtStep(held, OfMutex.NoPast, release, Model.Initial).Single().IsViolated);
        Assert.False(OfMutex.AtStep(held, OfMutex.PastAfter(OfMutex.NoPast, Acquire), release, Model.Initial).Single().IsViolated);
    }

    [Fact]
    public void Goal_that_is_not_attained_is_no_violation()
    {
        var system = new LockProtocol();

        var goal = PropertyEvaluation.Of(system, Universe.Of(2)).AtState(system.Initial, Past<LockProtocol.Event>.Empty).Single(v => v.Property.Kind == PropertyKind.Goal);

        Assert.Equal((false, false), (goal.Holds, goal.IsViolated));
    }

    [Fact]
    public void Values_agree_with_what_an_exploration_finds()
    {
        var counter = new Counter();
        var evaluation = PropertyEvaluation.Of(counter, Universe.Of(2));
        var violations = Explorer.Explore(counter, Universe.Of(2), new() { MaxDepth = 3 }).Violations;

        Assert.All(violations.Where(v => v.Kind == PropertyKind.Invariant), v =>
        {
            var past = v.Run.Events.Aggregate(evaluation.NoPast, evaluation.PastAfter);
            Assert.Contains(evaluation.AtState(v.Run.Last, past), value => value.Property == v.Property && value.IsViolated && value.Arguments.SequenceEqual(v.Arguments));
        });
        Assert.Contains(violations, v => v.Kind == PropertyKind.Invariant);
    }
}
