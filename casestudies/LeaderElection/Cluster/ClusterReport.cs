using System.Globalization;

namespace LeaderElection.Cluster;

/// <summary>The summary that a person reads.</summary>
internal static class ClusterReport
{
    public static string Of(ClusterResult result)
    {
        var lines = new List<string> { Line("Elected", Elected(result)), Line("Datagrams", Datagrams(result)) };
        if (result.Run is { } run) lines.Add(Line("Merged run", run.Text));
        if (result.Mediation is { } mediation) lines.Add(Line("Mediation", mediation));
        lines.Add(result.Findings.Length == 0 ? Line("Violations", "0") : Line("Problems", $"{result.Findings.Length}, see below"));
        if (result.Logs is { } logs) lines.Add(Line("Audit logs", logs));
        foreach (var finding in result.Findings) lines.AddRange(["", finding.Text]);
        return string.Join('\n', lines);
    }

    public static string Line(string title, string text) => $"  {title,-12} {text}";

    private static string Elected(ClusterResult result) => result switch
    {
        { Leaders.IsEmpty: true } => "nobody",
        { Leaders: [var only], ElectedAfter: { } after } => string.Create(CultureInfo.InvariantCulture, $"{only}, after {after.TotalSeconds:0.00} s"),
        _ => string.Join(" and ", result.Leaders),
    };

    private static string Datagrams(ClusterResult result)
    {
        var traffic = result.Traffic;
        var received = result.Run is { } run ? $", received {run.Received}" : "";
        return $"sent {traffic.Taken}, lost {traffic.Lost}, duplicated {traffic.Duplicated}, reordered {traffic.Reordered}, "
            + $"corrupted {traffic.Corrupted} (dropped as junk {result.Junk}){received}";
    }
}
