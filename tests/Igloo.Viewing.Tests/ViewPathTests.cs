namespace Igloo.Viewing.Tests;

public sealed class ViewPathTests
{
    [Theory]
    [InlineData("model=RingSystem")]
    [InlineData("model=RingSystem&size=3&choice=2&initial=1&run=k3f9xa.p02m1q~2&at=1&tab=graph&find=Send%281&reach=48")]
    public void Link_is_read_and_written_alike(string link) => Assert.Equal(link, ViewPath.Parse("?" + link).ToString());

    [Theory]
    [InlineData("size=0")]
    [InlineData("size=many")]
    [InlineData("at=-1")]
    [InlineData("tab=kitchen")]
    [InlineData("tab=7")]
    [InlineData("reach=99999999999")]
    public void Malformed_link_is_refused(string link) => Assert.Throws<ViewPathException>(() => ViewPath.Parse(link));

    [Fact]
    public void Reach_is_bounded() => Assert.Equal(ViewPath.LargestReach, ViewPath.Parse("reach=100000").Reach);

    [Fact]
    public void Event_cuts_the_run_at_the_current_state() =>
        Assert.Equal("model=M&run=a.x", ViewPath.Parse("model=M&run=a.b.c&at=1").Then("x").ToString());

    [Fact]
    public void Looking_at_the_end_needs_no_number() =>
        Assert.Equal("model=M&run=a.b", ViewPath.Parse("model=M&run=a.b&at=1").LookingAt(2).ToString());

    [Fact]
    public void Token_depends_on_the_text_alone()
    {
        Assert.Equal("dtya9n", EventToken.Of("Setup(0)"));
        Assert.NotEqual(EventToken.Of("Setup(0)"), EventToken.Of("Setup(1)"));
    }

    [Fact]
    public void Events_with_the_same_token_are_told_apart()
    {
        var token = EventToken.Of("A");

        Assert.Equal([token, EventToken.Of("B"), token + "~2"], EventToken.Distinct(["A", "B", "A"]));
    }
}
