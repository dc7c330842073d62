using Igloo.IoSpecs;
using Igloo.IoSpecs.Assertions;
using Igloo.IoSpecs.Canonical;
using Igloo.IoSpecs.Heaps;
using Igloo.IoSpecs.Processes;
using MetaTheorems.Sampling;

namespace MetaTheorems.IoSpecifications;

/// <summary>The statements of section 5 about one random case, of any logic.</summary>
internal static class Statements
{
    /// <summary>How long traces are checked.</summary>
    public const int Depth = 3;

    private const int SatisfactionDepth = 2;

    /// <summary>Satisfaction agrees with the definition of h ⊨ φ.</summary>
    public static Outcome SatisfactionIsAsDefined(Logic logic, Sample sample)
    {
        var random = sample.Random();
        var typing = Actions.RandomTyping(random);
        Place[] places = [CanonicalModel.Root, new("p")];
        var assertion = Definition.RandomAssertion(random, sample.Size, places, Actions.Values);
        var heap = Heap.Of(Enumerable.Range(0, random.Next(7)).Select(_ => Actions.All[random.Next(Actions.All.Length)] is var action && random.Next(4) == 0
            ? new Chunk.Token(places[random.Next(2)])
            : (Chunk)new Chunk.Permission(action.Operation, places[random.Next(2)], action.Output, action.Input, places[random.Next(2)])));
        var satisfaction = new Satisfaction(logic.SatisfactionTyping(typing), Actions.Values, places);
        var (verdict, holds) = (satisfaction.Check(heap, assertion), Definition.Holds(heap, assertion, typing, places));
        if (verdict == SatisfactionVerdict.Undecided) return Outcome.Vacuous;
        if (holds != (verdict == SatisfactionVerdict.Satisfied)) return Outcome.Contradicted($"{heap} is {verdict}, by definition {holds}");
        return holds && heap.Chunks.Any(c => !Definition.Holds(heap.Remove(c), assertion, typing, places)) ? Outcome.Confirmed : Outcome.Vacuous;
    }

    /// <summary>Lemma 5.1: if h ⊨ φ then g +# h ⊨ φ.</summary>
    public static Outcome Monotonicity(Logic logic, Sample sample)
    {
        var (random, whole, typing) = Case(logic, sample);
        var process = whole.UpTo(1);
        var heap = AnyHeap(random, process, typing).Remove(new Chunk.Token(CanonicalModel.Root));
        var more = AnyHeap(random, process, typing);
        if (logic.Satisfies(typing, heap, process) != SatisfactionVerdict.Satisfied) return Outcome.Vacuous;
        var sum = logic.Satisfies(typing, more.Plus(heap), process);
        return sum switch
        {
            SatisfactionVerdict.Satisfied => Outcome.Confirmed,
            SatisfactionVerdict.Undecided => Outcome.Vacuous,
            _ => Outcome.Contradicted($"{heap} is a model and with {more} it is none"),
        };
    }

    /// <summary>Lemma 5.6: countable choice embeds as iterated conjunction.</summary>
    public static Outcome CountableChoice(Logic logic, Sample sample)
    {
        var random = sample.Random();
        var typing = Actions.RandomTyping(random);
        object[] values = [.. Enumerable.Range(0, random.Next(4)).Select(_ => (object)random.Next(2))];
        var branches = values.Distinct().ToDictionary(v => v, _ => RandomProcess.Of(sample, random).Process.UpTo(1));
        var choice = Process.Any(values, v => branches[v]);
        var heap = AnyHeap(random, choice, typing);
        var chosen = logic.Satisfies(typing, heap, choice);
        var iterated = logic.Satisfies(typing, heap, Assertion.Iterated(values, v => logic.Embed(branches[v], CanonicalModel.Root, typing)));
        if (chosen == SatisfactionVerdict.Undecided || iterated == SatisfactionVerdict.Undecided || values.Length < 2) return Outcome.Vacuous;
        return chosen == iterated ? Outcome.Confirmed : Outcome.Contradicted($"{heap}: the choice is {chosen}, the iterated conjunction {iterated}");
    }

    /// <summary>Theorem 5.5: traces(G, s) = traces(proc(G, s)).</summary>
    public static Outcome SystemsAsProcesses(Logic logic, Sample sample)
    {
        var random = sample.Random();
        var system = new RandomSystem(random, sample.Size, Actions.RandomTyping(random), logic.GuardsReadInputs);
        var process = system.System.ToProcess(0);
        var longest = 0;
        foreach (var trace in Actions.Sequences(Depth))
        {
            var isTrace = system.HasTrace(trace);
            if (isTrace != process.HasTrace(system.Typing, trace)) return Outcome.Contradicted($"{Actions.Text(trace)} is a trace of only one");
            if (isTrace) longest = Math.Max(longest, trace.Length);
        }

        return longest == Depth ? Outcome.Confirmed : Outcome.Vacuous;
    }

    /// <summary>A process cut off at a depth has its traces up to that length, and no longer ones.</summary>
    public static Outcome CutProcessesHaveTheShortTraces(Logic logic, Sample sample)
    {
        var (random, process, typing) = Case(logic, sample);
        var depth = random.Next(Depth);
        var cut = process.UpTo(depth);
        var difference = Actions.Sequences(Depth).FirstOrDefault(t => cut.HasTrace(typing, t) != (t.Length <= depth && process.HasTrace(typing, t)));
        if (difference is not null) return Outcome.Contradicted($"{Actions.Text(difference)} at depth {depth}");
        return Actions.Sequences(depth + 1).Any(t => t.Length > depth && process.HasTrace(typing, t)) ? Outcome.Confirmed : Outcome.Vacuous;
    }

    /// <summary>Proposition 5.8: traces(P) ⊆ traces(emb(P)), for one kind of heap models.</summary>
    public static Outcome TracesOfEveryModel(Logic logic, Sample sample, HeapModels.Kind kind)
    {
        var (random, whole, typing) = Case(logic, sample);
        var process = whole.UpTo(SatisfactionDepth);
        var model = HeapModels.Of(kind, process, typing, SatisfactionDepth, random, Logic.Paper.Canonical);
        if (logic.Satisfies(typing, model, process) != SatisfactionVerdict.Satisfied) return Outcome.Vacuous;
        var traces = Actions.Sequences(SatisfactionDepth).Where(t => process.HasTrace(typing, t)).ToArray();
        var missing = traces.FirstOrDefault(t => !logic.HasTrace(typing, model, t));
        if (missing is not null) return Outcome.Contradicted($"{Actions.Text(missing)} is a trace of the process, and not of its model {model}");
        return traces.Length > 1 ? Outcome.Confirmed : Outcome.Vacuous;
    }

    /// <summary>
    /// Proposition 5.11: cmod(P, ρ) ⊨ emb(P, ε) for well-typed schedules, witnesses of well-typed traces among them, to a depth. With it follows
    /// proposition 5.12.
    /// </summary>
    public static Outcome CanonicalModelsAreModels(Logic logic, Sample sample)
    {
        var (random, whole, typing) = Case(logic, sample);
        var process = whole.UpTo(SatisfactionDepth);
        var schedule = HeapModels.Schedule(typing, random.Next());
        IoAction[][] traces = [.. Actions.Sequences(SatisfactionDepth).Where(t => t.Length == SatisfactionDepth && t.All(typing.Contains))];
        if (random.Next(2) == 0 && traces.Length > 0) schedule = InputSchedule.Witness(traces[random.Next(traces.Length)], schedule);
        var heap = logic.Canonical(process, schedule, SatisfactionDepth);
        return logic.Satisfies(typing, heap, process) switch
        {
            SatisfactionVerdict.NotSatisfied => Outcome.Contradicted($"{heap} is no model"),
            SatisfactionVerdict.Satisfied when heap.Chunks.Any() => Outcome.Confirmed,
            _ => Outcome.Vacuous,
        };
    }

    /// <summary>
    /// Proposition 5.13, and with 5.11 theorem 5.7 from right to left, per trace: every well-typed trace to the depth that is none of P is
    /// refused by the canonical model of its witness schedule.
    /// </summary>
    public static Outcome SpuriousTracesAreRefused(Logic logic, Sample sample)
    {
        var (random, process, typing) = Case(logic, sample);
        var elsewhere = HeapModels.Schedule(typing, random.Next());
        var refused = 0;
        foreach (var trace in Actions.Sequences(Depth).Where(t => t.All(typing.Contains) && !process.HasTrace(typing, t)))
        {
            var model = logic.Canonical(process, InputSchedule.Witness(trace, elsewhere), trace.Length).Add(new Chunk.Token(CanonicalModel.Root));
            if (logic.HasTrace(typing, model, trace)) return Outcome.Contradicted($"{Actions.Text(trace)} is no trace of the process, but one of {model}");
            if (process.HasTrace(typing, trace.SkipLast(1)) && trace.Length > 1) refused++;
        }

        return refused > 0 ? Outcome.Confirmed : Outcome.Vacuous;
    }

    /// <summary>Equation 3: along its own trace the canonical model of the witness schedule never comes to ⊥.</summary>
    public static Outcome WitnessesStayRegular(Logic logic, Sample sample)
    {
        var (random, process, typing) = Case(logic, sample);
        var elsewhere = HeapModels.Schedule(typing, random.Next());
        var longest = 0;
        foreach (var trace in Actions.Sequences(Depth).Where(t => process.HasTrace(typing, t)))
        {
            HashSet<Heap?> states = [logic.Canonical(process, InputSchedule.Witness(trace, elsewhere), trace.Length).Add(new Chunk.Token(CanonicalModel.Root))];
            foreach (var action in trace) states = [.. states.SelectMany(s => logic.After(typing, s, action))];
            if (states.Count == 0 || states.Contains(null)) return Outcome.Contradicted($"{Actions.Text(trace)} leads to {(states.Count == 0 ? "nothing" : "⊥")}");
            longest = Math.Max(longest, trace.Length);
        }

        return longest == Depth ? Outcome.Confirmed : Outcome.Vacuous;
    }

    private static (Random Random, Process Process, Typing Typing) Case(Logic logic, Sample sample)
    {
        var random = sample.Random();
        var (process, typing) = RandomProcess.Of(sample, random, logic.TypesMayBeEmpty);
        return (random, process, logic.IsUntyped ? Typing.Everything : typing);
    }

    private static Heap AnyHeap(Random random, Process process, Typing typing)
    {
        var kinds = Enum.GetValues<HeapModels.Kind>();
        return HeapModels.Of(kinds[random.Next(kinds.Length)], process.UpTo(1), typing, 1, random, Logic.Paper.Canonical);
    }
}
