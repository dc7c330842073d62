using Igloo.Testing.Tests.Models;

namespace Igloo.Testing.Tests;

public sealed class InstanceTestsTests
{
    [Fact]
    public void Model_without_end_ends_red_with_what_to_do() =>
        Assert.Matches(
            @"^No instance was explored completely\. Override Exploration .* or RequiresCompleteInstance ",
            Assert.Throws<ModelFailureException>(new OfClock(requiresCompleteInstance: true).HoldsOnInstances).Message);

    [Fact]
    public void Model_without_end_is_green_where_no_end_is_required() => new OfClock(requiresCompleteInstance: false).HoldsOnInstances();

    private sealed class OfClock(bool requiresCompleteInstance) : InstanceTests<Clock>
    {
        protected override bool RequiresCompleteInstance => requiresCompleteInstance;
    }
}
