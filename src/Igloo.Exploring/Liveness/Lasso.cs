using System.Collections.Immutable;
using Igloo.Models;

namespace Igloo.Exploring.Liveness;

/// <summary>An infinite run: a stem, and a loop from its last state back to it that is repeated for ever. Every fairness assumption holds of it.</summary>
/// <param name="Stem">A shortest run to a state from which a fair run never gives the response.</param>
/// <param name="Loop">The steps of the loop, the last of which leads back to the end of the stem; none where the run stutters there for ever.</param>
/// <param name="Fairness">Why the run is fair, for each assumption of the instance.</param>
public sealed record Lasso(Run Stem, ImmutableArray<RunStep> Loop, ImmutableArray<ServedAssumption> Fairness)
{
    /// <summary>Whether the run stays in the last state of the stem for ever.</summary>
    public bool Stutters => Loop.IsEmpty;

    /// <summary>Whether the compiled system allows the run: its steps, and the way back. Its initial state is not looked for.</summary>
    /// <param name="system">The system.</param>
    public bool IsRunOf(EventSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        var state = Stem.Initial;
        foreach (var step in Stem.Steps.Concat(Loop))
        {
            if (system.NextState(state, step.Event) is not { } after || !after.Equals(step.After)) return false;
            state = after;
        }

        return state.Equals(Stem.Last);
    }

    /// <summary>Same stem, loop and reasons.</summary>
    /// <param name="other">The other one.</param>
    public bool Equals(Lasso? other) =>
        other is not null && Stem.Equals(other.Stem) && Loop.SequenceEqual(other.Loop) && Fairness.SequenceEqual(other.Fairness);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Stem, Loop.Length);

    /// <summary>Stem, loop, and why the run is fair, a line for each step.</summary>
    public override string ToString()
    {
        var lines = new List<string> { $"  Stem  {Stem.Length} {Noun(Stem.Length)}", Stem.ToString() };
        if (Stutters)
        {
            lines.Add("  Loop  stutters in this state for ever");
        }
        else
        {
            lines.Add($"  Loop  {Loop.Length} {Noun(Loop.Length)}, then again from the state after {Stem.Length}");
            var before = Stem.Last;
            for (var i = 0; i < Loop.Length; i++)
            {
                lines.Add($"{Stem.Length + i + 1,4}  {ModelText.Event(Loop[i].Event),-24}  changed: {ModelText.Changes(before, Loop[i].After)}");
                before = Loop[i].After;
            }
        }

        lines.Add(Fairness.IsEmpty ? "  Fair  the system declares no fairness, so every run may stand still" : "  Fair  because in the loop");
        lines.AddRange(Fairness.Select(f => $"        {f}"));
        return string.Join('\n', lines);
    }

    private static string Noun(int count) => count == 1 ? "event" : "events";
}
