using Igloo.Exploring.Packed.Words;

namespace Igloo.Exploring.Packed.Searching;

/// <summary>
/// What one worker finds on one level: for each subject the smallest state, so that the result does not depend on the order in which
/// workers come to states.
/// </summary>
internal sealed class LevelFindings<T>
    where T : struct, IWords<T>
{
    private readonly Dictionary<object, Finding<T>> found = [];

    public IReadOnlyDictionary<object, Finding<T>> Found => found;

    /// <summary>Whether a finding would be smaller than what is known.</summary>
    public bool Wants(object subject, in T state, int e) => !found.TryGetValue(subject, out var known) || IsBefore(state, e, known);

    public void Add(object subject, Finding<T> finding)
    {
        if (Wants(subject, finding.State, finding.Event)) found[subject] = finding;
    }

    public void Clear() => found.Clear();

    private static bool IsBefore(in T state, int e, Finding<T> known)
    {
        var order = state.CompareTo(known.State);
        return order < 0 || (order == 0 && e < known.Event);
    }
}
