using Igloo.Cli.Tests.Running;

namespace Igloo.Cli.Tests;

public sealed class SpecTests
{
    [Theory]
    [InlineData("text")]
    [InlineData("markdown")]
    [InlineData("table")]
    [InlineData("picture")]
    [InlineData("svg")]
    public async Task Specification_of_the_ring_node_is_as_reviewed(string form)
    {
        string[] option = form == "text" ? [] : ["--" + form];

        var result = await Command.RunAsync(["spec", Repository.CaseStudy("LeaderElection"), "--component", "RingNode", .. option]);

        Assert.Equal(0, result.ExitCode);
        Snapshot.Matches(result.Output, "spec-" + form);
    }

    [Fact]
    public async Task Table_of_a_component_whose_events_carry_texts_shows_the_states_that_can_be_listed()
    {
        var result = await Command.RunAsync("spec", Repository.CaseStudy("Redis"), "--component", "RedisClient", "--table");

        Assert.Equal(0, result.ExitCode);
        Snapshot.Matches(result.Output, "spec-table-texts");
    }

    [Fact]
    public async Task Unknown_component_is_answered_with_the_known_ones()
    {
        var result = await Command.RunAsync("spec", Repository.CaseStudy("LeaderElection"), "--component", "RingTone");

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("There are: RingNode", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assembly_without_components_is_a_user_error()
    {
        var result = await Command.RunAsync("spec", Repository.OwnModels);

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("has no components", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_forms_at_once_are_a_usage_error()
    {
        var result = await Command.RunAsync("spec", Repository.OwnModels, "--table", "--markdown");

        Assert.Equal(3, result.ExitCode);
    }

    [Fact]
    public async Task Negative_depth_is_a_usage_error()
    {
        var result = await Command.RunAsync("spec", Repository.OwnModels, "--picture", "--depth", "-1");

        Assert.Equal(3, result.ExitCode);
    }
}
