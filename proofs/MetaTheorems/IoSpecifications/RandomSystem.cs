using Igloo.IoSpecs;
using Igloo.IoSpecs.Processes;

namespace MetaTheorems.IoSpecifications;

/// <summary>A random finite I/O-guarded system with two operations, outputs and inputs.</summary>
internal sealed class RandomSystem
{
    private readonly bool[,,,] guards;
    private readonly int[,,,] updates;

    /// <param name="random">The source of choices.</param>
    /// <param name="states">The number of states.</param>
    /// <param name="typing">Ty.</param>
    /// <param name="guardReadsInput">Whether guards differ for the inputs of an output, as requirement 3 forbids.</param>
    public RandomSystem(Random random, int states, Typing typing, bool guardReadsInput = false)
    {
        guards = new bool[states, 2, 2, 2];
        updates = new int[states, 2, 2, 2];
        for (var s = 0; s < states; s++)
        {
            foreach (var action in Actions.All)
            {
                var (b, v, w) = Actions.Indices(action);
                guards[s, b, v, w] = w == 1 && !guardReadsInput ? guards[s, b, v, 0] : random.Next(5) < 3;
                updates[s, b, v, w] = random.Next(states);
            }
        }

        Typing = typing;
        System = new(
            [.. Actions.All.Select(a => (a.Operation, a.Output)).Distinct()],
            (s, b, v) => Actions.All.First(a => a.Operation == b && a.Output.Equals(v) && typing.Contains(a)) is var some && Guard(s, some),
            Update,
            typing);
    }

    public Typing Typing { get; }

    public IoGuardedSystem<int> System { get; }

    /// <summary>Whether a sequence is a trace of the guards and updates themselves.</summary>
    public bool HasTrace(IEnumerable<IoAction> trace)
    {
        var state = 0;
        foreach (var action in trace)
        {
            if (!Typing.Contains(action) || !Guard(state, action)) return false;
            state = Update(state, action);
        }

        return true;
    }

    private bool Guard(int state, IoAction action) => Actions.Indices(action) is var (b, v, w) && guards[state, b, v, w];

    private int Update(int state, IoAction action) => Actions.Indices(action) is var (b, v, w) ? updates[state, b, v, w] : state;
}
