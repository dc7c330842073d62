namespace Igloo.IoSpecs.Heaps;

/// <summary>The event system of heaps: the rules Bio, Contradict and Chaos. Null stands for ⊥, the state in which anything well typed goes.</summary>
/// <param name="typing">The typing function.</param>
/// <remarks>
/// Igloo (OOPSLA 2020), figure 4. Our extension has two silent rules, which may come before each action:
/// <para>Split: {token(t), split(t, t₁, t₂)}# +# h → {token(t₁), token(t₂)}# +# h.</para>
/// <para>Join: {token(t₁), token(t₂), join(t₁, t₂, t')}# +# h → {token(t')}# +# h.</para>
/// </remarks>
public sealed class HeapTransitions(Typing typing)
{
    private const int MostSilentStates = 10_000;

    /// <summary>The states after an action. Empty if it is not possible; null among them is ⊥.</summary>
    /// <param name="state">A heap, or null for ⊥.</param>
    /// <param name="action">The action.</param>
    /// <exception cref="InvalidOperationException">Splits and joins alone lead to more than 10,000 heaps.</exception>
    public IReadOnlySet<Heap?> After(Heap? state, IoAction action)
    {
        ArgumentNullException.ThrowIfNull(action);
        var after = new HashSet<Heap?>();
        if (!typing.Contains(action)) return after;
        if (state is null)
        {
            after.Add(null);
            return after;
        }

        foreach (var heap in Silently(state)) AddAfter(heap, action, after);
        return after;
    }

    /// <summary>Whether a heap has a trace.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="trace">The trace.</param>
    public bool HasTrace(Heap heap, IEnumerable<IoAction> trace)
    {
        ArgumentNullException.ThrowIfNull(heap);
        ArgumentNullException.ThrowIfNull(trace);
        HashSet<Heap?> states = [heap];
        foreach (var action in trace)
        {
            states = states.SelectMany(s => After(s, action)).ToHashSet();
            if (states.Count == 0) return false;
        }

        return true;
    }

    /// <summary>Whether every heap of a set has the trace: tracesᴴ(H). Without heaps, every trace.</summary>
    /// <param name="heaps">The heaps.</param>
    /// <param name="trace">The trace.</param>
    /// <remarks>The traces of an assertion are those of all its models; a sample of models has more traces, never fewer.</remarks>
    public bool AllHaveTrace(IEnumerable<Heap> heaps, IReadOnlyCollection<IoAction> trace)
    {
        ArgumentNullException.ThrowIfNull(heaps);
        return heaps.All(h => HasTrace(h, trace));
    }

    // Bio and Contradict.
    private void AddAfter(Heap heap, IoAction action, HashSet<Heap?> after)
    {
        foreach (var permission in heap.Chunks.OfType<Chunk.Permission>())
        {
            var token = new Chunk.Token(permission.Source);
            if (permission.Operation != action.Operation || !permission.Output.Equals(action.Output) || !heap.Contains(token)) continue;
            if (permission.Input.Equals(action.Input))
            {
                after.Add(heap.Remove(token).Remove(permission).Add(new Chunk.Token(permission.Target)));
            }
            else if (permission.IsWellTyped(typing))
            {
                after.Add(null);
            }
        }
    }

    // The heap itself and those after splits and joins.
    private static HashSet<Heap> Silently(Heap heap)
    {
        HashSet<Heap> reached = [heap];
        var next = new Queue<Heap>(reached);
        while (next.TryDequeue(out var at))
        {
            foreach (var after in at.Chunks.SelectMany(chunk => SilentlyBy(at, chunk)).Where(reached.Add)) next.Enqueue(after);
            if (reached.Count > MostSilentStates) throw new InvalidOperationException($"Splits and joins of {heap} lead to more than {MostSilentStates:N0} heaps.");
        }

        return reached;
    }

    private static IEnumerable<Heap> SilentlyBy(Heap heap, Chunk chunk)
    {
        switch (chunk)
        {
            case Chunk.Split(var source, var first, var second) when heap.Contains(new Chunk.Token(source)):
                yield return heap.Remove(new Chunk.Token(source)).Remove(chunk).Add(new Chunk.Token(first)).Add(new Chunk.Token(second));
                break;
            case Chunk.Join(var first, var second, var target) when heap.Contains(new Chunk.Token(first)):
                var rest = heap.Remove(new Chunk.Token(first));
                if (rest.Contains(new Chunk.Token(second))) yield return rest.Remove(new Chunk.Token(second)).Remove(chunk).Add(new Chunk.Token(target));
                break;
        }
    }
}
