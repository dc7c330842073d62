namespace Igloo.Liveness.Tests.Models;

/// <summary>Two-phase commit. The universe says whether the coordinator is fair, or may be silent for ever.</summary>
public sealed class Commit : EventSystem<Commit.State, Commit.Event>
{
    public enum Place
    {
        Working,
        Prepared,
        Committed,
        Aborted,
    }

    public sealed record State(Map<Client, Place> Managers, Set<Client> Seen, bool? Decision);

    public abstract record Event
    {
        public sealed record ChooseAbort(Client By) : Event;

        [WeaklyFair]
        public sealed record Prepare(Client By) : Event;

        [WeaklyFair]
        public sealed record Hear(Client From) : Event;

        [WeaklyFair]
        public sealed record Decide(bool Commits, Client Last) : Event;

        public sealed record DecideIfItLikes(bool Commits, Client Last) : Event;

        [WeaklyFair]
        public sealed record Obey(Client By) : Event;
    }

    public override State Initial => new(Map<Client, Place>.Constant(Place.Working), Set<Client>.Empty, null);

    public override State? Next(State s, Event e) => e switch
    {
        Event.ChooseAbort(var r) when s.Managers[r] == Place.Working => s with { Managers = s.Managers.Set(r, Place.Aborted) },
        Event.Prepare(var r) when s.Managers[r] == Place.Working => s with { Managers = s.Managers.Set(r, Place.Prepared) },
        Event.Hear(var r) when s.Managers[r] == Place.Prepared => s with { Seen = s.Seen.Add(r) },
        Event.Decide(var commits, var last) => Decided(s, commits, last),
        Event.DecideIfItLikes(var commits, var last) => Decided(s, commits, last),
        Event.Obey(var r) when s.Decision is { } commits => s with { Managers = s.Managers.Set(r, commits ? Place.Committed : Place.Aborted) },
        _ => null,
    };

    /// <summary>Every manager learns the outcome.</summary>
    [Eventually]
    public bool Terminates(State s, Client r) => s.Managers[r] == Place.Committed || s.Managers[r] == Place.Aborted;

    private static State? Decided(State s, bool commits, Client last) =>
        s.Decision == null && (!commits || (s.Seen.Contains(last) && s.Seen.Count == 2)) ? s with { Decision = commits } : null;
}
