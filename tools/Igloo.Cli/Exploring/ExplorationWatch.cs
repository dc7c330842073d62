using Igloo.Cli.Terminals;
using Igloo.Exploring;

namespace Igloo.Cli.Exploring;

/// <summary>Shows how a search proceeds, on the terminal's one line for work under way.</summary>
/// <param name="progress">The line.</param>
/// <param name="subject">What is explored.</param>
internal sealed class ExplorationWatch(Progress progress, string subject) : IProgress<ExplorationProgress>
{
    private const double Mebibyte = 1 << 20;

    /// <inheritdoc/>
    public void Report(ExplorationProgress value) => progress.Report(Line(subject, value));

    /// <summary>What the line says.</summary>
    public static string Line(string subject, ExplorationProgress value)
    {
        var odds = value.CollisionOdds is { } o ? $", odds of a missed state {o:0.0e+0}" : "";
        var remaining = value.Remaining is { } r ? $", about {(r.TotalSeconds < 90 ? $"{r.TotalSeconds:0} s" : $"{r.TotalMinutes:0} min")} left" : "";
        return $"{subject}: {value.States:N0} states, {value.StatesPerSecond:N0}/s, queue {value.Queue:N0}, depth {value.Depth}, {value.MemoryBytes / Mebibyte:N0} MiB{odds}{remaining}";
    }
}
