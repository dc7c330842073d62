using System.Globalization;

namespace Igloo.Monitoring.Runs;

/// <summary>How much of a log a parser has understood: a verdict on a log of which it understood nothing says nothing.</summary>
internal sealed class ParsedLines
{
    private int lines;
    private int cut;
    private string first = "";

    public int Events { get; set; }

    /// <summary>Counts the lines of a file.</summary>
    /// <param name="split">The parts between its line breaks; the last one was not ended.</param>
    public void Add(string[] split)
    {
        if (lines == 0 && split.Length > 1) first = split[0].TrimEnd('\r');
        lines += split.Length - 1;
        if (split[^1].Length > 0) cut++;
    }

    /// <summary>The finding with what was not looked at; an accepted log of which no line is an event is inconclusive.</summary>
    public LogFinding Qualify(LogFinding finding)
    {
        if (finding.Outcome != LogOutcome.Accepted) return finding;
        if (Events == 0) return new(finding.Name, LogOutcome.Inconclusive, $"nothing was checked: {Nothing}") { Doubts = [Doubt] };
        List<string> said = [finding.Summary];
        if (lines > Events) said.Add($"{Number(lines - Events)} of {Number(lines)} lines {(lines - Events == 1 ? "is" : "are")} about something else");
        if (cut > 0) said.Add("the last line has no line break and was left out");
        return finding with { Summary = string.Join("; ", said) };
    }

    private string Nothing => lines == 0 ? "the log has no line with its line break" : $"none of its {Number(lines)} lines is an event to the parser";

    private string Doubt => lines == 0 ? "a line without line break may have been cut short" : $"the first line: {first}";

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
