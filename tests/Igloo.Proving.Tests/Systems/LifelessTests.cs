using Igloo.Proving.Symbolic;

namespace Igloo.Proving.Tests.Systems;

public sealed class LifelessTests
{
    [Theory]
    [InlineData(typeof(Unbegun), "Unbegun has no initial state. Override Initial")]
    [InlineData(typeof(Eventless), "Eventless has no events: ")]
    public void System_without_runs_is_rejected_rather_than_proved(Type model, string message) =>
        Assert.Contains(message, Assert.Throws<UnsupportedModelException>(() => Obligations.Of(model)).Message);
}
