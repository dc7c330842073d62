using Igloo.Components;

namespace Igloo.IoSpecs.Tests;

/// <summary>A component whose operations fail in every way there is.</summary>
public sealed class Courier : Component<Courier.State, Courier.Event>
{
    public sealed record State(int Carried);

    public abstract record Event
    {
        [Io<Post>]
        public sealed record Posts(int Parcel) : Event;

        [Internal]
        public sealed record Rests : Event;

        [Io<Call>]
        public sealed record Calls([Input] int Answer) : Event;

        [Io<Ship>]
        public sealed record Ships(int Parcel, int Port) : Event;

        [Io<Fetch>]
        public sealed record Fetches([Input] int Parcel) : Event;
    }

    public sealed class Post : IoOperation<int, Unit>
    {
        public override FailureContract OnFailure => FailureContract.Lost;
    }

    public sealed class Call : IoOperation<Unit, int>
    {
        public override FailureContract OnFailure => FailureContract.Stop;
    }

    public sealed class Ship : IoOperation<(int Parcel, int Port), Unit>
    {
        public override FailureContract OnFailure => FailureContract.Unknown;
    }

    [Blocking]
    public sealed class Fetch : IoOperation<Unit, int>;

    public override State Initial => new(0);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Posts(var parcel) when parcel <= s.Carried => s with { Carried = s.Carried - parcel },
        Event.Rests => s,
        Event.Calls(var answer) => s with { Carried = answer },
        Event.Ships(var parcel, var port) when port == parcel => s,
        Event.Fetches(var parcel) => s with { Carried = s.Carried + parcel },
        _ => null,
    };
}
