namespace Igloo.Liveness.Tests.Models;

/// <summary>Peterson's mutual exclusion of two processes. The universe says whose steps are fair, and whether a process is polite.</summary>
public sealed class Peterson : EventSystem<Peterson.State, Peterson.Event>
{
    public enum Place
    {
        Idle,
        Raised,
        Waiting,
        Critical,
    }

    public sealed record State(Place First, Place Second, bool FirstIsNext);

    public abstract record Event
    {
        /// <summary>Nobody has to ask.</summary>
        public sealed record Ask(bool First) : Event;

        [WeaklyFair]
        public sealed record Go(bool First) : Event;

        public sealed record GoIfItLikes(bool First) : Event;

        /// <summary>Enters the queue without letting the other one pass.</summary>
        [WeaklyFair]
        public sealed record Push(bool First) : Event;
    }

    public override State Initial => new(Place.Idle, Place.Idle, false);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Ask(var first) when PlaceOf(s, first) == Place.Idle => With(s, first, Place.Raised),
        Event.Go(var first) => Moved(s, first),
        Event.GoIfItLikes(var first) => Moved(s, first),
        Event.Push(var first) when PlaceOf(s, first) == Place.Raised => With(s, first, Place.Waiting),
        _ => null,
    };

    [Invariant]
    public bool MutualExclusion(State s) => !(s.First == Place.Critical && s.Second == Place.Critical);

    /// <summary>Whoever asks gets in.</summary>
    [LeadsTo]
    public Response Served(State s, bool first) => LeadsTo(PlaceOf(s, first) == Place.Raised, PlaceOf(s, first) == Place.Critical);

    [Eventually]
    public bool SomebodyAsks(State s) => s.First != Place.Idle || s.Second != Place.Idle;

    private static Place PlaceOf(State s, bool first) => first ? s.First : s.Second;

    private static State With(State s, bool first, Place place) => first ? s with { First = place } : s with { Second = place };

    private static State? Moved(State s, bool first) => PlaceOf(s, first) switch
    {
        Place.Raised => With(s, first, Place.Waiting) with { FirstIsNext = !first },
        Place.Waiting => PlaceOf(s, !first) == Place.Idle || s.FirstIsNext == first ? With(s, first, Place.Critical) : null,
        Place.Critical => With(s, first, Place.Idle),
        _ => null,
    };
}
