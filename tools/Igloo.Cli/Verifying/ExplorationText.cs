namespace Igloo.Cli.Verifying;

/// <summary>What exploration found, on one line.</summary>
internal static class ExplorationText
{
    /// <summary>Instances, completeness, states, events and goals.</summary>
    public static string Of(ExplorationSummary explored)
    {
        if (explored.Skipped is not null)
        {
            return $"nothing: {explored.Skipped}";
        }

        var complete = explored.Instances.TakeWhile(i => i.IsComplete).ToList();
        List<string> parts =
        [
            Range(explored),
            complete.Count == explored.Instances.Length ? "complete" : complete.Count > 0 ? $"complete up to {Short(complete[^1])}" : "INCOMPLETE",
            $"{explored.Instances.Sum(i => i.States):N0} states",
        ];
        if (explored.Occurring.Any())
        {
            parts.Add($"{string.Join(", ", explored.Occurring)} {(explored.Occurring.Skip(1).Any() ? "occur" : "occurs")}");
        }

        // What was not seen is out of reach only where everything was visited.
        var isWhole = complete.Count == explored.Instances.Length;
        parts.AddRange(explored.NeverEnabled.Select(e => isWhole ? $"{e} NEVER ENABLED" : $"{e} not seen so far"));
        parts.AddRange(explored.ReachedGoals.Select(g => $"goal {g} reached"));
        parts.AddRange(explored.MissedGoals.Select(g => isWhole ? $"goal {g} NOT REACHED" : $"goal {g} not reached so far"));
        parts.AddRange(explored.DecidedLiveness.Select(l => $"{l} decided on fair runs"));
        parts.AddRange(explored.OpenLiveness.Select(l => $"{l} NOT DECIDED"));
        return string.Join(", ", parts);
    }

    /// <summary>The first and the last instance.</summary>
    public static string Range(ExplorationSummary explored)
    {
        var names = explored.Instances.Select(Short).Distinct().ToList();
        return names.Count <= 2 ? string.Join(", ", names) : $"{names[0]} .. {names[^1]}";
    }

    // A component has many instances in each ring; the ring says enough.
    private static string Short(ExploredInstance instance) => instance.Description.Split(", ")[0];
}
