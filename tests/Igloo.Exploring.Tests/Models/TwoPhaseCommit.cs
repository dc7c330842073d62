namespace Igloo.Exploring.Tests.Models;

[Sort]
public readonly record struct Participant(int Index);

public interface IParticipants : ITheory
{
    Domain<Participant> All { get; }
}

[Instances(1, 8)]
public sealed class Participants(int size) : IParticipants
{
    public Domain<Participant> All { get; } = new(Enumerable.Range(0, size).Select(i => new Participant(i)));
}

/// <summary>Two-phase commit, as specified for the comparison with other tools.</summary>
public sealed class TwoPhaseCommit(IParticipants participants) : EventSystem<TwoPhaseCommit.State, TwoPhaseCommit.Event>
{
    public enum Local
    {
        Working,
        Prepared,
        Committed,
        Aborted,
    }

    public enum Coordinator
    {
        Init,
        Committed,
        Aborted,
    }

    public sealed record State(Map<Participant, Local> Locals, Coordinator Coordinator, Set<Participant> Prepared, Set<Message> Messages);

    public abstract record Message
    {
        public sealed record Prepared(Participant From) : Message;

        public sealed record Commit : Message;

        public sealed record Abort : Message;
    }

    public abstract record Event
    {
        public sealed record ReceivePrepared(Participant From) : Event;

        public sealed record Commit : Event;

        public sealed record Abort : Event;

        public sealed record Prepare(Participant Who) : Event;

        public sealed record ChooseAbort(Participant Who) : Event;

        public sealed record ReceiveCommit(Participant Who) : Event;

        public sealed record ReceiveAbort(Participant Who) : Event;
    }

    public override State Initial => new(Map<Participant, Local>.Constant(Local.Working), Coordinator.Init, [], []);

    public override State? Next(State s, Event e) => e switch
    {
        Event.ReceivePrepared(var r) when s.Coordinator == Coordinator.Init && s.Messages.Contains(new Message.Prepared(r)) =>
            s with { Prepared = s.Prepared.Add(r) },
        Event.Commit when s.Coordinator == Coordinator.Init && participants.All.All(r => s.Prepared.Contains(r)) =>
            s with { Coordinator = Coordinator.Committed, Messages = s.Messages.Add(new Message.Commit()) },
        Event.Abort when s.Coordinator == Coordinator.Init =>
            s with { Coordinator = Coordinator.Aborted, Messages = s.Messages.Add(new Message.Abort()) },
        Event.Prepare(var r) when s.Locals[r] == Local.Working =>
            s with { Locals = s.Locals.Set(r, Local.Prepared), Messages = s.Messages.Add(new Message.Prepared(r)) },
        Event.ChooseAbort(var r) when s.Locals[r] == Local.Working => s with { Locals = s.Locals.Set(r, Local.Aborted) },
        Event.ReceiveCommit(var r) when s.Messages.Contains(new Message.Commit()) => s with { Locals = s.Locals.Set(r, Local.Committed) },
        Event.ReceiveAbort(var r) when s.Messages.Contains(new Message.Abort()) => s with { Locals = s.Locals.Set(r, Local.Aborted) },
        _ => null,
    };

    [Invariant]
    public bool Consistent(State s, Participant a, Participant b) =>
        !(s.Locals[a] == Local.Committed && s.Locals[b] == Local.Aborted);

    [Sometimes]
    public bool SomebodyCommits(State s, Participant a) => s.Locals[a] == Local.Committed;
}
