namespace MetaTheorems.Framework;

/// <summary>A random deterministic transition table: the state after each event, -1 where it is not enabled.</summary>
public sealed class Table
{
    private readonly int[,] after;

    public Table(Random random, int states, int events)
    {
        after = new int[states, events];
        (States, Events) = (states, events);
        for (var s = 0; s < states; s++)
        {
            for (var e = 0; e < events; e++) after[s, e] = random.Next(4) == 0 ? -1 : random.Next(states);
        }
    }

    public int States { get; }

    public int Events { get; }

    public int? After(int state, int e) => after[state, e] is >= 0 and var next ? next : null;
}
