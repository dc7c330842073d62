namespace Redis.Model;

/// <summary>The abstract model: each command is answered once and completed once, in order, with its own answer.</summary>
/// <param name="clients">The clients.</param>
public sealed class CommandService(IClients clients) : EventSystem<CommandService.State, CommandService.Event>
{
    /// <summary>The state.</summary>
    /// <param name="Answers">The answers of each client's commands, by number.</param>
    /// <param name="Answered">How many there are.</param>
    /// <param name="Completed">How many of them the client has got.</param>
    public sealed record State(Map<Client, Map<int, Reply>> Answers, Map<Client, int> Answered, Map<Client, int> Completed);

    /// <summary>What can happen.</summary>
    public abstract record Event
    {
        /// <summary>The next command of a client is answered.</summary>
        public sealed record Answer(Client To, Reply Reply) : Event;

        /// <summary>A client gets the reply to the command with this number.</summary>
        public sealed record Complete(Client By, int Number, Reply Reply) : Event;
    }

    /// <inheritdoc/>
    public override State Initial => new(
        Map<Client, Map<int, Reply>>.Constant(Map<int, Reply>.Constant(new Reply(ReplyKind.Answer, ""))),
        Map<Client, int>.Constant(0),
        Map<Client, int>.Constant(0));

    /// <inheritdoc/>
    public override State? Next(State s, Event e) => e switch
    {
        Event.Answer(var to, var reply) => s with
        {
            Answers = s.Answers.Set(to, s.Answers[to].Set(s.Answered[to], reply)),
            Answered = s.Answered.Set(to, s.Answered[to] + 1),
        },
        Event.Complete(var by, var number, var reply)
            when number == s.Completed[by] && number < s.Answered[by] && s.Answers[by][number] == reply =>
            s with { Completed = s.Completed.Set(by, number + 1) },
        _ => null,
    };

    /// <summary>A client gets a reply.</summary>
    [Sometimes]
    public bool SomethingIsCompleted(State s) => clients.All.Exists(c => s.Completed[c] > 0);

    /// <summary>Nothing is completed that was not answered.</summary>
    [Invariant]
    public bool CompletedWasAnswered(State s, Client c) => s.Completed[c] <= s.Answered[c];

    /// <summary>Who gets a reply gets one that was answered to him.</summary>
    [TraceProperty]
    public bool RepliesAreOnesOwn(Past<Event> before, Event.Complete now) => before.Contains(new Event.Answer(now.By, now.Reply));

    /// <summary>No command is completed twice.</summary>
    [TraceProperty]
    public bool CompletesOnce(Past<Event> before, Event.Complete now) => before.All<Event.Complete>(e => !(e.By == now.By && e.Number == now.Number));

    /// <summary>The answers kept are those of the past.</summary>
    [Invariant]
    public bool PastAnswers(State s, Past<Event> past, Client c, int i) =>
        Implies(i >= 0 && i < s.Answered[c], past.Contains(new Event.Answer(c, s.Answers[c][i]))) && s.Completed[c] >= 0;

    /// <summary>What was completed is behind.</summary>
    [Invariant]
    public bool PastCompletions(State s, Past<Event> past) => past.All<Event.Complete>(e => e.Number < s.Completed[e.By]);
}
