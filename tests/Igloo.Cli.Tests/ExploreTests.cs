using System.Text.Json;
using Igloo.Cli.Tests.Json;
using Igloo.Cli.Tests.Running;

namespace Igloo.Cli.Tests;

public sealed class ExploreTests
{
    [Fact]
    public async Task Model_that_holds_ends_with_0_and_counts()
    {
        var result = await Explore("SoundLock");

        Assert.Equal(0, result.ExitCode);
        Snapshot.Matches(result.Output, "explore-holds");
    }

    [Fact]
    public async Task Model_without_its_guard_ends_with_1_and_the_shortest_run()
    {
        var result = await Explore("GuardlessLock");

        Assert.Equal(1, result.ExitCode);
        Snapshot.Matches(result.Output, "explore-violated");
    }

    [Fact]
    public async Task Goal_that_is_never_reached_ends_with_2()
    {
        var result = await Explore("HopefulLock");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("TwoHold NEVER REACHED", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--max-states", "2", "INCOMPLETE: limit on states")]
    [InlineData("--max-depth", "1", "INCOMPLETE: limit on depth")]
    public async Task Search_that_was_cut_ends_with_2_and_says_so(string option, string limit, string text)
    {
        var result = await Explore("SoundLock", option, limit);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(text, result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Holds", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Range_of_sizes_explores_each()
    {
        var result = await Explore("SoundLock", "--size", "1..3");

        Assert.Equal(["SoundLock on size 1", "SoundLock on size 2", "SoundLock on size 3"], result.Output.Split('\n').Where(l => l.StartsWith("SoundLock on", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Model_that_does_not_exist_is_an_error_that_lists_those_that_do()
    {
        var result = await Explore("NoLock");

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("There is no model 'NoLock'.", result.Error, StringComparison.Ordinal);
        Assert.Contains("SoundLock", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("--partial-order")]
    public async Task Values_that_cannot_be_listed_are_a_user_error_that_says_where_and_what_to_do(string option)
    {
        var result = await Explore("Announcer", option.Length > 0 ? [option] : []);

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("error: Announcer on size 3 cannot be explored: ", result.Error, StringComparison.Ordinal);
        Assert.Contains("universe.With", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("This should not happen", result.Error, StringComparison.Ordinal);
        if (option.Length == 0) Assert.Contains("Announcer.cs:20: nothing bounds Say.Word of type string", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sequences_that_nobody_listed_are_tried_and_the_search_ends_with_2()
    {
        var result = await Explore("Broadcaster");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("INCOMPLETE: not all values of parameters were tried", result.Output, StringComparison.Ordinal);
        Assert.Contains("Stop not seen so far", result.Output, StringComparison.Ordinal);
        Assert.Contains("nothing bounds Send.To of type Seq<Customer>. Only 13 values were tried.", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Liveness_is_refuted_by_a_stem_and_a_loop()
    {
        var result = await Explore("SelfishLock", "--size", "2");

        Assert.Equal(1, result.ExitCode);
        Snapshot.Matches(result.Output, "explore-lasso");
    }

    [Fact]
    public async Task Liveness_is_open_under_a_reduction_and_said_to_be()
    {
        var result = await Explore("SelfishLock", "--partial-order");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("IsServed is not decided under this reduction", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Symmetry_that_was_not_declared_is_refused()
    {
        var result = await Explore("SoundLock", "--symmetry");

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("[Symmetric]", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--workers", "2", "A depth-first search has one worker.")]
    [InlineData("--checkpoint", "search", "Only a breadth-first search can be resumed.")]
    public async Task Option_that_does_not_go_with_depth_first_is_a_user_error(string option, string value, string text)
    {
        var result = await Explore("SoundLock", "--strategy", "depth-first", option, value);

        Assert.Equal(3, result.ExitCode);
        Assert.Contains(text, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checkpoint_of_several_searches_is_refused()
    {
        using var folder = new TemporaryFolder();

        var result = await Command.RunAsync("explore", Repository.CaseStudy("LockServer"), "--checkpoint", Path.Combine(folder.Path, "search"), "--max-states", "2");

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("--model NAME and --size N", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_that_was_cut_goes_on_from_its_checkpoint()
    {
        using var folder = new TemporaryFolder();
        string[] search = ["--checkpoint", Path.Combine(folder.Path, "search")];

        var cut = await Explore("GuardlessLock", [.. search, "--max-states", "3"]);
        var resumed = await Explore("GuardlessLock", [.. search, "--resume"]);

        Assert.Contains("INCOMPLETE", cut.Output, StringComparison.Ordinal);
        Assert.Contains("8 states, 37 generated, depth 4, complete", resumed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refinement_keeps_whole_states_where_fingerprints_are_asked_for()
    {
        var result = await Command.RunAsync("explore", Repository.CaseStudy("LockServer"), "--fingerprints", "--size", "2");

        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task Refinement_is_explored_by_pairs()
    {
        var result = await Command.RunAsync("explore", Repository.CaseStudy("LockServer"), "--model", "LockProtocolRefinesMutex", "--size", "2");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("simulates on all", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SoundLock")]
    [InlineData("GuardlessLock")]
    [InlineData("SelfishLock")]
    public async Task Json_is_valid_against_the_schema(string model)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "result.json");

        await Explore(model, "--json", file);

        using var document = JsonDocument.Parse(File.ReadAllText(file));
        Assert.Empty(Schema("explore").Errors(document.RootElement));
    }

    [Fact]
    public async Task Counterexample_is_kept_as_a_trace_that_the_model_accepts()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "trace.json");

        await Explore("GuardlessLock", "--trace", file);
        var replayed = await Command.RunAsync("trace", "replay", file, Repository.OwnModels);

        using var document = JsonDocument.Parse(File.ReadAllText(file));
        Assert.Empty(Schema("trace").Errors(document.RootElement));
        Assert.Equal(0, replayed.ExitCode);
        Snapshot.Matches(replayed.Output, "trace-replay");
    }

    internal static JsonSchema Schema(string name) =>
        new(JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "tools", "Igloo.Cli", $"igloo-{name}.schema.json"))).RootElement);

    private static Task<CommandResult> Explore(string model, params string[] more) =>
        Command.RunAsync(["explore", Repository.OwnModels, "--model", model, .. more]);
}
