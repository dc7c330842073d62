using Igloo.Components;
using Igloo.Monitoring.Runs;
using Igloo.Testing.Tests.Models;
using E = Igloo.Testing.Tests.Models.Draws.Event;

namespace Igloo.Testing.Tests;

/// <summary>A log is rejected only if no automatic event with any value explains it: the terms of the model say which values there may be.</summary>
public sealed class AutomaticLogTests
{
    [Fact]
    public void Rejection_is_definite_where_the_model_confines_automatic_events_to_values_that_occur()
    {
        Assert.IsType<LogVerdict<E>.Accepted>(Check(new Draws(own: 7), new E.Given(1), new E.Called(1), new E.Called(7)));
        Assert.IsType<LogVerdict<E>.Rejected>(Check(new Draws(own: 7), new E.Given(1), new E.Called(200)));
    }

    [Fact]
    public void Log_is_inconclusive_where_an_automatic_event_may_have_had_a_value_that_does_not_occur()
    {
        // Draw(200) and then Called(200) is a trace.
        var open = Assert.IsType<LogVerdict<E>.Inconclusive>(Check(new FreeDraws(), new E.Given(1), new E.Called(200)));

        Assert.Equal("Draw may have happened unseen, and was tried only over the values that occur in the component's state and its parameters; declare Automatic", open.Why);
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(50, false)]
    public void Declared_automatic_events_make_the_verdict_definite(int number, bool isAccepted)
    {
        var verdict = Check(new FreeDraws(), [new E.Given(1), new E.Called(number)], _ => [new E.Draw(1), new E.Draw(number)]);

        Assert.Equal(isAccepted, verdict is LogVerdict<E>.Accepted);
        Assert.Equal(!isAccepted, verdict is LogVerdict<E>.Rejected);
    }

    private static LogVerdict<E> Check(Component<Draws.State, E> component, params E[] events) => Check(component, events, automatic: null);

    private static LogVerdict<E> Check(Component<Draws.State, E> component, E[] events, Func<Draws.State, IEnumerable<E>>? automatic) =>
        LogCheck.Of(component, automatic).Check(events.Select((e, i) => new RecordedEvent<int, E>(1, i + 1, default, e, IsCertain: true)));
}
