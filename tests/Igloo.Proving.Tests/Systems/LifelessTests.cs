namespace Igloo.Proving.Tests.Systems;

public sealed class LifelessTests
{
    [Theory]
    [InlineData(typeof(Unbegun), "Unbegun has no initial state. Override Initial")]
    [InlineData(typeof(Eventless), "Eventless has no events: ")]
    public void System_without_runs_is_never_proved(Type model, string message)
    {
        var only = Assert.Single(Verdicts.All(model));

        Assert.Equal(ObligationKind.Encoding, only.Obligation.Kind);
        Assert.Contains(message, Assert.IsType<Verdict.Unknown>(only.Verdict).Reason, StringComparison.Ordinal);
    }
}
