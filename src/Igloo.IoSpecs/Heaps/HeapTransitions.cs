namespace Igloo.IoSpecs.Heaps;

/// <summary>The event system of heaps: the rules Bio, Contradict and Chaos. Null stands for ⊥, the state in which anything well typed goes.</summary>
/// <param name="typing">The typing function.</param>
/// <remarks>Igloo (OOPSLA 2020), figure 4.</remarks>
public sealed class HeapTransitions(Typing typing)
{
    /// <summary>The states after an action. Empty if it is not possible; null among them is ⊥.</summary>
    /// <param name="state">A heap, or null for ⊥.</param>
    /// <param name="action">The action.</param>
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

        foreach (var permission in state.Chunks.OfType<Chunk.Permission>())
        {
            var token = new Chunk.Token(permission.Source);
            if (permission.Operation != action.Operation || !permission.Output.Equals(action.Output) || !state.Contains(token)) continue;
            if (permission.Input.Equals(action.Input))
            {
                after.Add(state.Remove(token).Remove(permission).Add(new Chunk.Token(permission.Target)));
            }
            else if (permission.IsWellTyped(typing))
            {
                after.Add(null);
            }
        }

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
}
