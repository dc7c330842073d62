using System.Collections.Immutable;

namespace MetaTheorems.Refining;

/// <summary>
/// A finite event system (S, E, →) as the paper defines it: a labelled transition system that need not be deterministic, with the
/// stuttering event skip. Events are letters, states are numbers.
/// </summary>
internal sealed class FiniteSystem
{
    /// <summary>The stuttering event, enabled everywhere.</summary>
    public const char Skip = '-';

    private readonly ILookup<(int State, char Event), int> successors;

    public FiniteSystem(int states, string events, IEnumerable<(int Before, char Event, int After)> transitions, IEnumerable<int> initial)
    {
        (States, Events, Initial) = (states, events, [.. initial]);
        Transitions = [.. transitions.Concat(Enumerable.Range(0, states).Select(s => (s, Skip, s)))];
        successors = Transitions.ToLookup(t => (t.Before, t.Event), t => t.After);
    }

    public int States { get; }

    /// <summary>The events other than skip.</summary>
    public string Events { get; }

    public ImmutableArray<int> Initial { get; }

    public ImmutableHashSet<(int Before, char Event, int After)> Transitions { get; }

    public static FiniteSystem Random(Random random, int states, string events)
    {
        var transitions =
            from s in Enumerable.Range(0, states)
            from e in events
            from _ in Enumerable.Range(0, random.Next(5) switch { 0 => 0, 1 => 2, _ => 1 })
            select (s, e, random.Next(states));
        return new(states, events, transitions.ToArray(), [0, random.Next(states)]);
    }

    public IEnumerable<int> After(int state, char e) => successors[(state, e)];

    /// <summary>A system with some of the transitions and initial states: its traces are included.</summary>
    public FiniteSystem Restricted(Random random) =>
        new(States, Events, Transitions.Where(_ => random.Next(4) > 0).ToArray(), Initial.Take(1 + random.Next(Initial.Length)));

    /// <summary>Whether a word is a trace.</summary>
    public bool HasTrace(string word)
    {
        HashSet<int> at = [.. Initial];
        return word.All(e => (at = [.. at.SelectMany(s => After(s, e))]).Count > 0);
    }

    /// <summary>Its traces up to a length, skip among their events.</summary>
    public ImmutableHashSet<string> Traces(int length) => [.. Words.UpTo(length, Events + Skip, HasTrace)];
}
