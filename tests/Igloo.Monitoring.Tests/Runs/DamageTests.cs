using Igloo.Monitoring.Runs;
using Igloo.Monitoring.Tests.Auditing;
using C = Igloo.Monitoring.Tests.Models.Counter.Event;

namespace Igloo.Monitoring.Tests.Runs;

/// <summary>A torn last line is a prefix; anything else that is wrong is damage, with its file and line.</summary>
public sealed class DamageTests : IDisposable
{
    private const string Start = """{"seq":0,"at":"2020-01-01T00:00:00Z","kind":"start"}""";
    private const string Intent = """{"seq":1,"at":"2020-01-01T00:00:00Z","kind":"intent","event":{"case":"Keep","N":0}}""";
    private readonly Folder folder = new();

    private sealed class Logs : ComponentLogSource<Models.Counter.State, C>
    {
        protected override Models.Counter ComponentOf(string file) => new();
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Torn_last_line_is_left_out()
    {
        for (var length = 0; length < Intent.Length; length++)
        {
            File.WriteAllText(folder["c.jsonl"], Start + "\n" + Intent[..length]);
            Assert.Empty(RecordedLog.Read<int, C>(1, [folder["c.jsonl"]]).Events);
        }
    }

    [Theory]
    [InlineData("""{"seq":2,"at":"2020-01-01T00:00:00Z","kind":"done","inte""", "3: the line is damaged: ")]
    [InlineData("", "3: the line is damaged: ")]
    [InlineData("\0\0\0\0", "3: the line is damaged: ")]
    [InlineData("""{"seq":7,"at":"2020-01-01T00:00:00Z","kind":"done","intent":1}""", "3: number 7 follows number 1; lines are missing, repeated or out of order.")]
    [InlineData("""{"seq":2,"at":"2020-01-01T00:00:00Z","kind":"sent"}""", "3: the line is damaged: ")]
    [InlineData("""{"seq":2,"at":"2020-01-01T00:00:00Z","kind":"internal","event":{"case":"Keep"}}""", "3: the line is damaged: Keep has no value for N.")]
    [InlineData("""{"seq":2,"at":"2020-01-01T00:00:00Z","kind":"internal","event":{"case":"Leap","N":1}}""", "3: the line is damaged: Leap is no case of Event.")]
    [InlineData("""{"seq":2,"at":"2020-01-01T00:00:00Z","kind":"done","intent":9}""", "3: the outcome of number 9, which is no output.")]
    [InlineData("""{"seq":2,"at":"2020-01-01T00:00:00Z","kind":"done","intent":-1}""", "3: the outcome of number -1, which is no output.")]
    [InlineData("""{"seq":2,"at":"2020-01-01T00:00:00Z","kind":"done","intent":2}""", "3: the outcome of number 2, which is no output.")]
    [InlineData("""{"seq":2,"at":"2020-01-01T00:00:00Z","kind":"start"}""", "3: the line is damaged: Start has no number 0")]
    [InlineData("""{"seq":1,"at":"2020-01-01T00:00:00Z","kind":"intent","event":{"case":"Keep","N":0}}""", "3: number 1 follows number 1; lines are missing, repeated or out of order.")]
    [InlineData("""{"seq":0,"at":"2020-01-01T00:00:00Z","kind":"start"}""", "3: number 0 follows number 1; lines are missing, repeated or out of order.")]
    [InlineData("""{"seq":2,"at":"2020-01-01T00:00:00Z","kind":"internal","event":{"case":"Keep","N":null}}""", "3: the line is damaged: A Int32 is null.")]
    [InlineData("[1]", "3: the line is damaged: ")]
    [InlineData("null", "3: the line is damaged: ")]
    public void Other_damage_is_named_with_file_and_line(string line, string message)
    {
        File.WriteAllText(folder["c.jsonl"], string.Join('\n', Start, Intent, line, ""));

        Assert.StartsWith($"{folder["c.jsonl"]}:{message}", Assert.Throws<InvalidDataException>(() => RecordedLog.Read<int, C>(1, [folder["c.jsonl"]])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Log_of_another_model_says_what_its_first_line_says()
    {
        File.WriteAllText(folder["c.jsonl"], string.Join('\n', """{"seq":0,"at":"2020-01-01T00:00:00Z","kind":"start","text":"n1: RingNode v1 0123456"}""", """{"seq":1,"at":"2020-01-01T00:00:00Z","kind":"internal","event":{"case":"Setup"}}""", ""));

        Assert.Equal(
            $"{folder["c.jsonl"]}:2: the line is damaged: Setup is no case of Event. If the log is of another model, name that: its first line is of n1: RingNode v1 0123456.",
            Assert.Throws<InvalidDataException>(() => RecordedLog.Read<int, C>(1, [folder["c.jsonl"]])).Message);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("""{"Count":0}""")]
    [InlineData("7")]
    public void State_that_is_none_of_the_model_is_damage_with_file_and_line(string state)
    {
        File.WriteAllText(folder["c.jsonl"], $$$"""{"seq":3,"at":"2020-01-01T00:00:00Z","kind":"state","state":{"model":"Counter v1 0123456","seq":2,"isStopped":false,"worlds":[{"states":[{{{state}}}],"assuming":[],"isCut":false}]}}""" + "\n");

        var damage = Assert.Throws<InvalidDataException>(() => LogCheck.Of(new Models.Counter()).Check(RecordedLog.Read<int, C>(1, [folder["c.jsonl"]])));

        Assert.StartsWith($"{folder["c.jsonl"]}:1: ", damage.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\u007fELF no line break at all")]
    public void Log_without_a_whole_line_is_inconclusive(string text)
    {
        File.WriteAllText(folder["c.jsonl"], text);

        var finding = Assert.Single(new Logs().Check([folder["c.jsonl"]]).Findings);

        Assert.Equal("INCONCLUSIVE  c.jsonl: nothing was checked: the log has no line with its line break\n  Open       a line without line break may have been cut short", finding.ToString());
    }

    [Fact]
    public void File_that_is_named_twice_is_read_once()
    {
        File.WriteAllText(folder["c.jsonl"], string.Join('\n', Start, Intent, ""));

        Assert.Single(RecordedLog.Read<int, C>(1, [folder["c.jsonl"], Path.Combine(Path.GetDirectoryName(folder["c.jsonl"])!, ".", "c.jsonl")]).Events);
        Assert.Single(new Logs().Check([folder["c.jsonl"], Path.Combine(Path.GetDirectoryName(folder["c.jsonl"])!, ".", "c.jsonl")]).Findings);
    }

    [Fact]
    public void Folder_in_the_place_of_a_log_is_named()
    {
        Directory.CreateDirectory(folder["d.jsonl"]);

        var failure = Assert.Throws<IOException>(() => RecordedLog.Read<int, C>(1, [folder["d.jsonl"]]));

        Assert.StartsWith($"{folder["d.jsonl"]} is a folder", failure.Message, StringComparison.Ordinal);
    }

    // A monitor that left states out says so in its log; the model may have been in one of them.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Nothing_is_rejected_after_states_of_which_some_were_left_out(bool isCut)
    {
        File.WriteAllText(folder["c.jsonl"], string.Join('\n',
            $$$"""{"seq":3,"at":"2020-01-01T00:00:00Z","kind":"state","state":{"model":"Counter v1 0123456","seq":2,"isStopped":false,"worlds":[{"states":[{"Count":2,"Sum":0}],"assuming":[],"isCut":{{{(isCut ? "true" : "false")}}}}]}}""",
            """{"seq":4,"at":"2020-01-01T00:00:00Z","kind":"internal","event":{"case":"Jump","To":1}}""", ""));

        var verdict = LogCheck.Of(new Models.Counter()).Check(RecordedLog.Read<int, C>(1, [folder["c.jsonl"]]));

        Assert.Equal(isCut, verdict is LogVerdict<C>.Inconclusive { Why: "the log goes on in states of which some were left out" });
        Assert.Equal(!isCut, verdict is LogVerdict<C>.Rejected);
    }

    [Fact]
    public void Two_outcomes_of_one_output_are_damage()
    {
        File.WriteAllText(folder["c.jsonl"], string.Join('\n', Start, Intent, """{"seq":2,"at":"2020-01-01T00:00:00Z","kind":"done","intent":1}""", """{"seq":3,"at":"2020-01-01T00:00:00Z","kind":"failed","intent":1}""", ""));

        Assert.EndsWith("c.jsonl:4: another outcome of number 1.", Assert.Throws<InvalidDataException>(() => RecordedLog.Read<int, C>(1, [folder["c.jsonl"]])).Message, StringComparison.Ordinal);
    }
}
