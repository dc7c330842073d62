using System.Runtime.CompilerServices;

namespace Igloo.Monitoring.Permissions;

/// <summary>The permissions of operations in flight that ask for the same, and whose inputs are not known yet.</summary>
/// <remarks>The numbers of the operations are kept without an object for each: mostly there is one, or many threads wait for the same.</remarks>
internal sealed class Reservation<TState, TEvent>
    where TState : class
    where TEvent : class
{
    private long first;
    private long[] others = [];

    /// <summary>The event with a sample for the input.</summary>
    public TEvent? Sample { get; private set; }

    /// <summary>The last state that was seen to permit it: most events leave the state as it is.</summary>
    public TState? PermittedBy { get; private set; }

    /// <summary>How many of them that state was seen to permit, one after the other.</summary>
    public int Together { get; private set; }

    /// <summary>How many are in flight.</summary>
    public int Count { get; private set; }

    public bool IsInFlight => Count > 0;

    /// <summary>Notes what permits how many of them.</summary>
    public void Permit(TEvent? sample, TState? by, int together)
    {
        if (!ReferenceEquals(Sample, sample)) Sample = sample;
        if (!ReferenceEquals(PermittedBy, by)) PermittedBy = by;
        Together = together;
    }

    /// <summary>Puts an operation in flight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(long operation)
    {
        if (Count == 0) (first, Count) = (operation, 1);
        else AddFurther(operation);
    }

    /// <summary>Ends an operation.</summary>
    /// <returns>Whether it was in flight here.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Remove(long operation)
    {
        if (Count != 1 || first != operation) return RemoveFurther(operation);
        Count = 0;
        return true;
    }

    private void AddFurther(long operation)
    {
        if (Count > others.Length) Array.Resize(ref others, 2 * Count);
        others[Count - 1] = operation;
        Count++;
    }

    private bool RemoveFurther(long operation)
    {
        if (Count <= 1) return false;
        if (first == operation)
        {
            first = others[Count - 2];
        }
        else
        {
            var index = Array.IndexOf(others, operation, 0, Count - 1);
            if (index < 0) return false;
            others[index] = others[Count - 2];
        }

        Count--;
        return true;
    }
}
