namespace Igloo.Tests;

public sealed class SmokeTests
{
    [Fact]
    public void Runner_finds_this_project() => Assert.True(true);
}
