namespace Igloo.Exploring.Liveness;

/// <summary>
/// The explored part of a system as indexes: states, and for each its steps to other states. Steps that leave the state as it is are left out:
/// they cannot be told from skip, which every state has.
/// </summary>
internal sealed class StateGraph(
    IReadOnlyList<object> states,
    IReadOnlyList<object> events,
    IReadOnlyList<int> initial,
    int[] first,
    int[] targets,
    int[] labels,
    int expanded,
    bool hasAllInitial,
    Completeness completeness)
{
    /// <summary>The target of a step that leads to a state which was not stored.</summary>
    public const int Outside = -1;

    public IReadOnlyList<object> States => states;

    public IReadOnlyList<object> Events => events;

    public IReadOnlyList<int> Initial => initial;

    /// <summary>Whether no initial state is missing.</summary>
    public bool HasAllInitial => hasAllInitial;

    public Completeness Completeness => completeness;

    public long Steps => targets.Length;

    /// <summary>Whether the steps of a state are known, all of them.</summary>
    public bool IsExpanded(int state) => state < expanded;

    /// <summary>The places of the steps of an expanded state in <see cref="Target"/> and <see cref="Label"/>.</summary>
    public (int From, int To) StepsOf(int state) => state < expanded ? (first[state], first[state + 1]) : (0, 0);

    /// <summary>Where a step leads, or <see cref="Outside"/>.</summary>
    public int Target(int step) => targets[step];

    /// <summary>The index of the event of a step.</summary>
    public int Label(int step) => labels[step];
}
