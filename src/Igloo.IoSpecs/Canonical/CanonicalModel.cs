using System.Collections.Immutable;
using Igloo.IoSpecs.Heaps;
using Igloo.IoSpecs.Processes;

namespace Igloo.IoSpecs.Canonical;

/// <summary>
/// The canonical heap model cmod(P, ρ): the computation tree of a process with the inputs that a schedule prescribes. Its places are the
/// positions in that tree, words over L and R, so that no two are shared.
/// </summary>
/// <remarks>
/// Igloo (OOPSLA 2020), section 5.4. Co-recursively, with the history τ, the last target ppos and the position cpos = ppos·x:
/// nothing for Null; for bio(v, z).Q the chunk bio(ppos, v, ρ(τ, bio, v), cpos·L), then Q there; for P₁ ⊕ P₂ that of P₁ at
/// cpos·L with that of P₂ at cpos·R, both still from ppos. The heap of an infinite process is infinite; what is built is that of the
/// process cut off at a depth, which has the same traces up to that length. A schedule that is not well typed gives a heap that is no model.
/// </remarks>
public static class CanonicalModel
{
    /// <summary>The position ε, at which the process stands.</summary>
    public static Place Root { get; } = new("ε");

    /// <summary>cmod(P, ρ), up to a depth.</summary>
    /// <param name="process">The process P, with finite choices.</param>
    /// <param name="schedule">The schedule ρ.</param>
    /// <param name="depth">The number of actions after which the process is cut off, at least 0.</param>
    public static Heap Of(Process process, InputSchedule schedule, int depth)
    {
        ArgumentNullException.ThrowIfNull(process);
        ArgumentNullException.ThrowIfNull(schedule);
        return Heap.Of(Chunks(process.UpTo(depth), schedule, [], "", ""));
    }

    /// <summary>cmodᵗ(P, ρ), up to a depth: with a token at the root.</summary>
    /// <inheritdoc cref="Of"/>
    public static Heap WithToken(Process process, InputSchedule schedule, int depth) =>
        Of(process, schedule, depth).Add(new Chunk.Token(Root));

    private static IEnumerable<Chunk> Chunks(Process process, InputSchedule schedule, ImmutableArray<IoAction> before, string source, string position)
    {
        switch (process)
        {
            case Process.Prefix prefix:
                var action = new IoAction(prefix.Operation, prefix.Output, schedule.Input(before, prefix.Operation, prefix.Output));
                var target = position + "L";
                return Chunks(prefix.Continue(action.Input), schedule, before.Add(action), target, target)
                    .Prepend(new Chunk.Permission(action.Operation, PlaceAt(source), action.Output, action.Input, PlaceAt(target)));
            case Process.Choice choice:
                return Chunks(choice.First, schedule, before, source, position + "L").Concat(Chunks(choice.Second, schedule, before, source, position + "R"));
            default:
                return [];
        }
    }

    private static Place PlaceAt(string position) => position.Length == 0 ? Root : new(position);
}
