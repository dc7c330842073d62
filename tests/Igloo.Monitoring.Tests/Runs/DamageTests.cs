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
    public void Other_damage_is_named_with_file_and_line(string line, string message)
    {
        File.WriteAllText(folder["c.jsonl"], string.Join('\n', Start, Intent, line, ""));

        Assert.StartsWith($"{folder["c.jsonl"]}:{message}", Assert.Throws<InvalidDataException>(() => RecordedLog.Read<int, C>(1, [folder["c.jsonl"]])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_outcomes_of_one_output_are_damage()
    {
        File.WriteAllText(folder["c.jsonl"], string.Join('\n', Start, Intent, """{"seq":2,"at":"2020-01-01T00:00:00Z","kind":"done","intent":1}""", """{"seq":3,"at":"2020-01-01T00:00:00Z","kind":"failed","intent":1}""", ""));

        Assert.EndsWith("c.jsonl:4: another outcome of number 1.", Assert.Throws<InvalidDataException>(() => RecordedLog.Read<int, C>(1, [folder["c.jsonl"]])).Message, StringComparison.Ordinal);
    }
}
