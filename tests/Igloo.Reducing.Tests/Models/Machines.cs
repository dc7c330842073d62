namespace Igloo.Reducing.Tests.Models;

public enum Act
{
    Skip,
    Assign,
    Copy,
    Await,
    Send,
    Receive,
    Mark,
    Unmark,
    NeedMark,
    Clear,
}

/// <summary>A step of a process from one place to another, which does something.</summary>
public sealed record Rule(int Process, int From, int To, Act Act, int Where, int What);

/// <summary>Processes that share variables, channels and marks; the rules of the universe are the program.</summary>
public sealed class Machines : EventSystem<Machines.State, Machines.Event>
{
    public sealed record State(Map<int, int> Places, Map<int, int> Vars, Map<int, Seq<int>> Channels, Set<int> Marks);

    public abstract record Event
    {
        public sealed record Fire(Rule Rule) : Event;
    }

    public override State Initial => new(Map<int, int>.Constant(0), Map<int, int>.Constant(0), Map<int, Seq<int>>.Constant(Seq<int>.Empty), Set<int>.Empty);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Fire(var r) when s.Places[r.Process] == r.From => Done(s with { Places = s.Places.Set(r.Process, r.To) }, r),
        _ => null,
    };

    [Invariant]
    public bool VariablesDiffer(State s) => !(s.Vars[0] == 1 && s.Vars[1] == 1);

    [Invariant]
    public bool ProcessesDoNotMeet(State s, int a, int b) => Implies(a != b && s.Places[a] == 2, s.Places[b] != 2);

    [Invariant]
    public bool MarkedOnlyWhenZero(State s) => Implies(s.Marks.Contains(0), s.Vars[0] == 0);

    [Invariant]
    public bool ChannelHasNoOneFirst(State s) => s.Channels[0].IsEmpty || s.Channels[0].First != 1;

    [Sometimes]
    public bool ChannelFillsUp(State s) => s.Channels[0].Count > 1;

    [Sometimes]
    public bool BothMarked(State s) => s.Marks.Contains(0) && s.Marks.Contains(1);

    private static State? Done(State s, Rule r) => r.Act switch
    {
        Act.Skip => s,
        Act.Assign => s with { Vars = s.Vars.Set(r.Where, r.What) },
        Act.Copy => s with { Vars = s.Vars.Set(r.Where, s.Vars[r.What]) },
        Act.Await => s.Vars[r.Where] == r.What ? s : null,
        Act.Send => s with { Channels = s.Channels.Set(r.Where, s.Channels[r.Where].Append(r.What)) },
        Act.Receive => !s.Channels[r.Where].IsEmpty && s.Channels[r.Where].First == r.What ? s with { Channels = s.Channels.Update(r.Where, c => c.Rest) } : null,
        Act.Mark => s with { Marks = s.Marks.Add(r.Where) },
        Act.Unmark => s with { Marks = s.Marks.Remove(r.Where) },
        Act.NeedMark => s.Marks.Contains(r.Where) ? s : null,
        Act.Clear => s.Marks.Count > 1 ? s with { Marks = Set<int>.Empty } : null,
        _ => null,
    };
}
