using Igloo.Exploring.Packed.Compiling;
using Igloo.Exploring.Packed.Words;
using Igloo.Exploring.Properties;

namespace Igloo.Exploring.Packed.Searching;

/// <summary>
/// One worker and its share of the states: those whose keys fall to it. It alone adds to them, so that nothing is locked and counts
/// do not depend on the number of workers.
/// </summary>
internal sealed class Worker<T, TKey, TKeying>
    where T : struct, IWords<T>
    where TKey : struct, IWords<TKey>
    where TKeying : IKeying<T, TKey>
{
    private readonly SearchContext<T> context;
    private readonly CompiledModel<T> model;
    private readonly Program<T> program;
    private readonly StateSet<TKey> visited = new();
    private readonly T[][] outgoing;
    private readonly int[] sent;
    private long expanded;

    public Worker(SearchContext<T> context)
    {
        this.context = context;
        program = context.Program;
        model = new CompiledModel<T>(context.System, program);
        outgoing = new T[context.Workers][];
        Array.Fill(outgoing, []);
        sent = new int[context.Workers];
        Occurrences = new long[context.System.Events.Length];
    }

    /// <summary>The states of this worker, level after level.</summary>
    public StateList<T> States { get; } = new();

    /// <summary>For each event in how many states it was enabled.</summary>
    public long[] Occurrences { get; }

    /// <summary>The number of steps.</summary>
    public long Generated { get; set; }

    /// <summary>What this worker found on the current level.</summary>
    public LevelFindings<T> Findings { get; } = new();

    /// <summary>The next state to expand.</summary>
    public long Next { get; set; }

    /// <summary>The worker whose share a state falls to.</summary>
    public static int OwnerOf(in T state, int workers) => (int)((uint)(TKeying.Of(state).Hash() >> 40) % (uint)workers);

    /// <summary>The states sent to another worker.</summary>
    public ReadOnlySpan<T> SentTo(int worker) => outgoing[worker].AsSpan(0, sent[worker]);

    /// <summary>Forgets what was sent.</summary>
    public void ClearSent() => Array.Clear(sent);

    /// <summary>Expands some states of the current level.</summary>
    /// <param name="end">The end of the level in <see cref="States"/>.</param>
    /// <param name="atMost">How many states.</param>
    public void Expand(long end, int atMost)
    {
        end = Math.Min(end, Next + atMost);
        for (; Next < end && !context.IsStopped; Next++) Expand(States[Next]);
    }

    /// <summary>Takes a state into the share, if it is new.</summary>
    public void Visit(in T state)
    {
        var key = TKeying.Of(state);
        if (context.IsLastLevel)
        {
            if (!visited.Contains(key)) context.IsCutByDepth = true;
            return;
        }

        if (context.IsLimited && !visited.Contains(key) && !context.TryTake()) return;
        if (!visited.Add(key)) return;
        States.Add(state);
        foreach (var watch in context.StateWatches)
        {
            if (program.Holds(watch.Condition, state)) Look(watch, state, -1, context.NewLevel);
        }
    }

    private void Expand(in T state)
    {
        if (++expanded <= SearchContext<T>.FirstChecked || (expanded & (expanded - 1)) == 0) model.Verify(state);
        foreach (var watch in context.StepWatches)
        {
            if (program.Holds(watch.Condition, state)) Look(watch, state, watch.Ground.Event!.Value, context.Level);
        }

        var enabled = 0;
        var rules = program.Rules;
        for (var i = 0; i < rules.Length; i++)
        {
            ref readonly var rule = ref rules[i];
            if (!state.Matches(rule.Mask, rule.Value))
            {
                i += rule.Behind;
                continue;
            }

            if (rule.Event < 0 || (rule.Guard != 1 && !program.Holds(rule.Guard, state))) continue;
            enabled++;
            unchecked
            {
                Occurrences[rule.Event]++;
            }

            // A step that changes nothing leads to a visited state.
            var after = program.After(rule, state);
            if (!after.Is(state)) Reach(after);
        }

        if (program.Fallbacks.Length > 0) enabled += ExpandInCode(state);
        Generated += enabled;
        if (enabled == 0 && context.LooksForDeadlocks) Deadlock(state);
    }

    private int ExpandInCode(in T state)
    {
        var enabled = 0;
        foreach (var (condition, e) in program.Fallbacks)
        {
            if (!program.Holds(condition, state)) continue;
            try
            {
                if (model.Next(state, e) is not { } after) continue;
                enabled++;
                Occurrences[e]++;
                Reach(after);
            }
            catch (Exception fault) when (!SearchContext<T>.IsOwn(fault))
            {
                enabled++;
                Findings.Add(SearchContext<T>.FaultSubject, new Finding<T>(null, state, context.Level, e, [], fault));
            }
        }

        return enabled;
    }

    private void Reach(in T state)
    {
        if (context.Workers == 1)
        {
            Visit(state);
            return;
        }

        var to = OwnerOf(state, context.Workers);
        if (sent[to] == outgoing[to].Length) Array.Resize(ref outgoing[to], Math.Max(1 << 12, 2 * outgoing[to].Length));
        outgoing[to][sent[to]++] = state;
    }

    private void Deadlock(in T state)
    {
        if (!Findings.Wants(SearchContext<T>.DeadlockSubject, state, -1)) return;
        foreach (var watch in program.TerminalWatches)
        {
            if (program.Holds(watch.Certain, state) || (program.Holds(watch.Condition, state) && model.Find(watch.Ground.Property, state) is not null)) return;
        }

        Findings.Add(SearchContext<T>.DeadlockSubject, new Finding<T>(null, state, context.Level, -1, [], null));
    }

    /// <summary>Asks the compiled code for a property where the program says that it is found, or has no answer.</summary>
    private void Look(Watch watch, in T state, int e, int level)
    {
        var property = watch.Ground.Property;
        if (!Findings.Wants(property, state, e)) return;
        try
        {
            if (model.Find(property, state, e) is { } arguments)
            {
                Findings.Add(property, new Finding<T>(property, state, level, e, arguments, null));
            }
            else if (program.Holds(watch.Certain, state))
            {
                throw new PackedMismatchException($"{property.FullName} is found at {ModelText.State(context.System.Decode(state))} when packed, and not by the compiled code.");
            }
        }
        catch (PropertyFault fault)
        {
            Findings.Add(property, new Finding<T>(property, state, level, e, fault.Arguments, fault.Fault));
        }
    }
}
