using System.Collections.Immutable;
using Igloo.IoSpecs.Assertions;
using Igloo.IoSpecs.Processes;

namespace Igloo.IoSpecs.Splitting;

/// <summary>
/// A split of a specification: a partition of its operations into two sides, each with a token of its own, so that two parts of a program
/// need no lock between them.
/// </summary>
/// <typeparam name="TState">The states.</typeparam>
/// <param name="system">The system G.</param>
/// <param name="initial">Its initial state s₀.</param>
/// <param name="actions">All its well-typed actions: the obligations are decided for these.</param>
/// <param name="isFirst">Whether an operation with an output is on the first side, A; the others are on the second, B.</param>
/// <remarks>
/// Our extension. The paper has one token for each component. Obligations, for all a ∈ A, b ∈ B, their inputs, and all reachable s:
/// <list type="number">
/// <item>if b leads from s to s', then a is enabled in s exactly if it is in s', and the other way round;</item>
/// <item>if both are enabled in s, then U_a(U_b(s)) = U_b(U_a(s)).</item>
/// </list>
/// Then any trace τ of G can be sorted into τ|A·τ|B with the same state at the end (move each a before each b: 1 keeps it
/// enabled, 2 keeps the state), so its projections are traces of G↾A and G↾B; and any shuffle of such traces is a trace of G. Hence
/// traces(split) = traces(G). The split is made for every future: the sides need not be joined.
/// </remarks>
public sealed class TokenSplit<TState>(
    IoGuardedSystem<TState> system, TState initial, IEnumerable<IoAction> actions, Func<string, object, bool> isFirst)
    where TState : notnull
{
    private readonly ImmutableArray<IoAction> actions = [.. actions.Where(system.Typing.Contains)];

    /// <summary>Decides the obligations in every reachable state.</summary>
    /// <param name="mostStates">The largest number of states to visit.</param>
    public IndependenceVerdict Check(int mostStates = 100_000)
    {
        HashSet<TState> reached = [initial];
        var next = new Queue<TState>(reached);
        while (next.TryDequeue(out var state))
        {
            if (Dependent(state) is { } dependent) return dependent;
            foreach (var action in actions)
            {
                if (system.TryStep(state, action, out var after) && reached.Add(after)) next.Enqueue(after);
            }

            if (reached.Count > mostStates) return new IndependenceVerdict.Undecided(reached.Count);
        }

        return new IndependenceVerdict.Independent(reached.Count);
    }

    /// <summary>The split specification; see <see cref="SplitEmbedding"/>.</summary>
    /// <exception cref="InvalidOperationException">The sides were not shown to be independent: it would have other traces.</exception>
    public Assertion ToAssertion()
    {
        var verdict = Check();
        return verdict is IndependenceVerdict.Independent
            ? SplitEmbedding.Of(system, isFirst, initial)
            : throw new InvalidOperationException($"This is no split: {verdict}.");
    }

    private IndependenceVerdict.Dependent? Dependent(TState state)
    {
        var (first, second) = (actions.Where(IsFirst), actions.Where(a => !IsFirst(a)));
        return first.SelectMany(a => second.Select(b => Dependent(state, a, b) ?? Dependent(state, b, a))).FirstOrDefault(d => d is not null);
    }

    private IndependenceVerdict.Dependent? Dependent(TState state, IoAction action, IoAction on)
    {
        if (!system.TryStep(state, on, out var after)) return null;
        var (before, now) = (system.IsEnabled(state, action.Operation, action.Output), system.IsEnabled(after, action.Operation, action.Output));
        if (before != now) return new(state, action, on, now ? Dependence.Enabled : Dependence.Disabled);
        return before && system.TryStep(state, action, out var other) && system.TryStep(other, on, out var one) && system.TryStep(after, action, out var two) && !one.Equals(two)
            ? new(state, action, on, Dependence.Ordered)
            : null;
    }

    private bool IsFirst(IoAction action) => isFirst(action.Operation, action.Output);
}
