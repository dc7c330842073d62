using System.Collections.Immutable;
using Igloo.IoSpecs.Assertions;
using Igloo.IoSpecs.Heaps;
using Igloo.IoSpecs.Processes;

namespace Igloo.IoSpecs.Splitting;

/// <summary>Split specifications as assertions: two tokens that move on their own and may be joined wherever they stand.</summary>
/// <remarks>
/// Our extension. With G↾A and G↾B the system restricted to the sides,
/// <para>φ = ∃ t, t₁, t₂. token(t) ⋆ split(t, t₁, t₂) ⋆ T(t₁, t₂, s₀).</para>
/// T unfolds emb(proc(G↾A, s₀), t₁) and emb(proc(G↾B, s₀), t₂) by turns. For every place u₁ that the first token may come to, by
/// actions α, and every u₂ of the second, by β, it has ∃ t'. join(u₁, u₂, t') ⋆ emb(proc(G, s), t'), where s is the state after α·β.
/// For sides that are not independent these are other traces than those of G: <see cref="TokenSplit{TState}"/> decides that.
/// </remarks>
public static class SplitEmbedding
{
    /// <summary>φ.</summary>
    /// <typeparam name="TState">The states.</typeparam>
    /// <param name="system">The system G, with finitely many operations and outputs.</param>
    /// <param name="isFirst">Whether an operation with an output is on the first side.</param>
    /// <param name="state">The state s₀.</param>
    public static Assertion Of<TState>(IoGuardedSystem<TState> system, Func<string, object, bool> isFirst, TState state)
        where TState : notnull =>
        new Assertion.ExistsPlace("t", t => Assertion.Star(new Assertion.Points(new Chunk.Token(t)), () => At(system, isFirst, state, t)));

    /// <summary>∃ t₁, t₂. split(t, t₁, t₂) ⋆ T(t₁, t₂, s).</summary>
    /// <typeparam name="TState">The states.</typeparam>
    /// <param name="system">The system G, with finitely many operations and outputs.</param>
    /// <param name="isFirst">Whether an operation with an output is on the first side.</param>
    /// <param name="state">The state s.</param>
    /// <param name="place">The place t.</param>
    public static Assertion At<TState>(IoGuardedSystem<TState> system, Func<string, object, bool> isFirst, TState state, Place place)
        where TState : notnull
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(isFirst);
        var threads = new Threads<TState>(system, system.Only(isFirst), system.Only((b, v) => !isFirst(b, v)), state);
        return new Assertion.ExistsPlace("t₁", first => new Assertion.ExistsPlace("t₂", second => Assertion.Star(
            new Assertion.Points(new Chunk.Split(place, first, second)),
            () => threads.From(first, second))));
    }

    /// <summary>A place that a token may come to, with the actions that lead there and the process that goes on.</summary>
    private sealed record Stand(Place Place, ImmutableArray<IoAction> History, Process Rest);

    private sealed class Threads<TState>(IoGuardedSystem<TState> whole, IoGuardedSystem<TState> firstSide, IoGuardedSystem<TState> secondSide, TState start)
        where TState : notnull
    {
        public Assertion From(Place first, Place second)
        {
            var (a, b) = (new Stand(first, [], firstSide.ToProcess(start)), new Stand(second, [], secondSide.ToProcess(start)));
            return Assertion.Star(Joined(a, b), () => Unfold([a], [b], [(a, true), (b, false)]));
        }

        // First in, first out, so that neither side waits for ever.
        private Assertion Unfold(ImmutableArray<Stand> firsts, ImmutableArray<Stand> seconds, ImmutableQueue<(Stand Stand, bool IsFirst)> pending)
        {
            if (pending.IsEmpty) return Assertion.True;
            var rest = pending.Dequeue(out var next);
            var (stand, isFirst) = next;
            switch (stand.Rest)
            {
                case Process.Defined defined:
                    return Unfold(firsts, seconds, rest.Enqueue((stand with { Rest = defined.Unfold() }, isFirst)));
                case Process.Choice choice:
                    return Unfold(firsts, seconds, rest.Enqueue((stand with { Rest = choice.First }, isFirst)).Enqueue((stand with { Rest = choice.Second }, isFirst)));
                case Process.Prefix prefix:
                    return new Assertion.ExistsPlace("t'", place => new Assertion.ExistsValue("z'", input =>
                    {
                        var action = new IoAction(prefix.Operation, prefix.Output, input);
                        return Assertion.Star(
                            new Assertion.Points(new Chunk.Permission(prefix.Operation, stand.Place, prefix.Output, input, place)),
                            () => Continue(new(place, stand.History.Add(action), prefix.Continue(input)), isFirst));
                    }));
                default:
                    return Unfold(firsts, seconds, rest);
            }

            Assertion Continue(Stand come, bool onFirst) => Assertion.Star(
                onFirst ? Assertion.Iterated(seconds, other => Joined(come, other)) : Assertion.Iterated(firsts, other => Joined(other, come)),
                () => Unfold(onFirst ? firsts.Add(come) : firsts, onFirst ? seconds : seconds.Add(come), rest.Enqueue((come, onFirst))));
        }

        private Assertion.ExistsPlace Joined(Stand first, Stand second) => new Assertion.ExistsPlace("t'", place => Assertion.Star(
            new Assertion.Points(new Chunk.Join(first.Place, second.Place, place)),
            () => Embedding.At(whole.ToProcess(StateAfter(first, second)), place)));

        // Both histories are enabled one after the other: the sides are independent.
        private TState StateAfter(Stand first, Stand second) => first.History.Concat(second.History).Aggregate(start, (s, a) => whole.TryStep(s, a, out var after) ? after : s);
    }
}
