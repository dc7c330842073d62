namespace Igloo.Proving.Tests.Systems;

public sealed class ReceptionTests
{
    [Fact]
    public void Composition_of_two_types_of_components_is_proved() =>
        Assert.All(Verdicts.All(typeof(Reception)), r => Assert.True(r.Holds, $"{r.Obligation}: {r.Summary}"));

    [Theory]
    [InlineData("Asks has a partner")]
    [InlineData("Hears has a partner")]
    public void Both_types_owe_a_partner_for_each_of_their_events(string name) => Verdicts.Proved(typeof(Reception), name);
}
