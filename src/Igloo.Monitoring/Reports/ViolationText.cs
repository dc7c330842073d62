using System.Text;

namespace Igloo.Monitoring.Reports;

/// <summary>The text of violations: one form for exceptions, logs and the command line.</summary>
internal static class ViolationText
{
    private const int MostLines = 24;
    private const int MostCharacters = 200;
    private const int MostPermitted = 6;
    private const int HeadWidth = 78;

    public static string Of(PermissionViolation violation)
    {
        var lines = new List<string> { Head(violation), "  Attempted  " + violation.Attempted };
        if (violation.Kind is not (ViolationKind.Ghost or ViolationKind.Abstraction or ViolationKind.Stopped)) lines.Add("  Permitted  " + Permitted(violation));
        AddBlock(lines, "Because", violation.Because);
        if (violation.Nearest.Length > 0) lines.Add("  Nearest    " + violation.Nearest);
        if (violation.Advice.Length > 0) lines.Add("  Advice     " + violation.Advice);
        lines.Add("  History    " + string.Join("   ", violation.History.Append(violation.When)));
        lines.Add("  Policy     " + violation.Policy);
        lines.Add("  Model      " + violation.Model);
        var text = new StringBuilder().AppendJoin('\n', lines.Take(MostLines).Select(Short));

        // Never shortened: at the end of a long path stands the line.
        if (violation.Recorded.Length > 0) text.Append("\n  Recorded   ").Append(violation.Recorded);
        return text.ToString();
    }

    /// <summary>An input that the program does not get.</summary>
    public static string HeldBack(string what, string component, string received, string because, string advice) =>
        string.Join('\n', new[] { $"{what.PadRight(HeadWidth)}  {component}", $"  Received   {received}", $"  Because    {because}", $"  Advice     {advice}" }.Select(Short));

    private static string Head(PermissionViolation violation)
    {
        var what = violation.Kind switch
        {
            _ when violation.AfterDivergence => "NOT PERMITTED, observed only, after divergence: perhaps a mere consequence",
            ViolationKind.Ghost => "GHOST VIOLATION: no state that the observations allow has this internal event",
            ViolationKind.Abstraction => "ABSTRACTION VIOLATION: the program's state is none of the model's",
            ViolationKind.ModelFault => "MODEL FAULT: Next failed with an exception",
            ViolationKind.Inconclusive when !violation.IsRefused => "INCONCLUSIVE, observed only: the hidden events were cut at a bound",
            ViolationKind.Inconclusive => "INCONCLUSIVE, not sent: the hidden events were cut at a bound",
            ViolationKind.Stopped => "REFUSED: the component has stopped",
            _ when !violation.IsRefused => "NOT PERMITTED, observed only",
            _ when violation.Bytes > 0 => $"REFUSED before the wire: 0 of {violation.Bytes} bytes sent",
            _ => "REFUSED before the call",
        };
        var where = violation.Channel.Length == 0 ? violation.Component : $"{violation.Component}, {violation.Channel}";
        return $"{what.PadRight(HeadWidth)}  {where}";
    }

    private static string Permitted(PermissionViolation violation)
    {
        if (violation.Permitted.IsEmpty) return "nothing of this case";
        var shown = string.Join(" | ", violation.Permitted.Take(MostPermitted));
        return violation.Permitted.Length > MostPermitted ? $"{shown} | … {violation.Permitted.Length - MostPermitted} more" : shown;
    }

    private static void AddBlock(List<string> lines, string title, IEnumerable<string> block)
    {
        var label = "  " + title.PadRight(11);
        foreach (var line in block.Take(8))
        {
            lines.Add(label + line);
            label = new string(' ', label.Length);
        }
    }

    private static string Short(string line) => line.Length <= MostCharacters ? line : line[..(MostCharacters - 1)] + "…";
}
