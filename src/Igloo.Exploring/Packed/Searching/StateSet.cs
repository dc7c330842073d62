using Igloo.Exploring.Packed.Words;

namespace Igloo.Exploring.Packed.Searching;

/// <summary>A set of packed states by open addressing.</summary>
internal sealed class StateSet<T>
    where T : struct, IWords<T>
{
    private T[] slots = new T[1 << 10];
    private int count;

    /// <summary>Adds a state that is not there yet.</summary>
    public bool Add(in T state)
    {
        if (count >= slots.Length - (slots.Length >> 2)) Grow();
        unchecked
        {
            var mask = slots.Length - 1;
            var at = (int)state.Hash() & mask;
            while (true)
            {
                ref var slot = ref slots[at];
                if (slot.IsEmpty)
                {
                    slot = state;
                    count++;
                    return true;
                }

                if (slot.Is(state)) return false;
                at = (at + 1) & mask;
            }
        }
    }

    public bool Contains(in T state)
    {
        unchecked
        {
            var mask = slots.Length - 1;
            for (var at = (int)state.Hash() & mask; ; at = (at + 1) & mask)
            {
                ref readonly var slot = ref slots[at];
                if (slot.IsEmpty) return false;
                if (slot.Is(state)) return true;
            }
        }
    }

    private void Grow()
    {
        var old = slots;
        slots = new T[old.Length * 2];
        var mask = slots.Length - 1;
        foreach (ref readonly var state in old.AsSpan())
        {
            if (state.IsEmpty) continue;
            var at = unchecked((int)state.Hash()) & mask;
            while (!slots[at].IsEmpty) at = (at + 1) & mask;
            slots[at] = state;
        }
    }
}
