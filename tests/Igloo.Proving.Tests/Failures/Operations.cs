namespace Igloo.Proving.Tests.Failures;

[Sort]
public readonly record struct Party(int Index);

/// <summary>Who writes to whom.</summary>
public interface IParties : IAddressing<Party>
{
    Domain<Party> All { get; }
}

[Instances(1, 2)]
public sealed class Parties(int size) : IParties
{
    public Domain<Party> All { get; } = new(Enumerable.Range(0, size).Select(i => new Party(i)));

    public Address AddressOf(Party participant) => new(participant.Index);
}

/// <summary>Posts a letter; each case declares another failure contract.</summary>
public static class Post
{
    public sealed class Keeping : IoOperation<Party, Unit>;

    public sealed class Losing : IoOperation<Party, Unit>
    {
        public override FailureContract OnFailure => FailureContract.Lost;
    }

    public sealed class Stopping : IoOperation<Party, Unit>
    {
        public override FailureContract OnFailure => FailureContract.Stop;
    }

    public sealed class Guessing : IoOperation<Party, Unit>
    {
        public override FailureContract OnFailure => FailureContract.Unknown;
    }

    [Blocking]
    public sealed class Receiving : IoOperation<Unit, Party>
    {
        public override bool MayLoseInput => true;
    }
}

/// <summary>Writes once to each party. All letters carry the name of their writer.</summary>
public sealed class Writer : Component<Writer.State, Writer.Event>
{
    public sealed record State(Set<Party> Written, Set<Party> HeardOf);

    public abstract record Event
    {
        [Io<Post.Keeping>] public sealed record Keep(Party To) : Event;

        [Io<Post.Keeping>] public sealed record Repeat(Party To) : Event;

        [Io<Post.Losing>] public sealed record Lose(Party To) : Event;

        [Io<Post.Stopping>] public sealed record Stop(Party To) : Event;

        [Io<Post.Guessing>] public sealed record Guess(Party To) : Event;

        [Io<Post.Receiving>] public sealed record Receive([Input] Party From) : Event;
    }

    public override State Initial => new(Set<Party>.Empty, Set<Party>.Empty);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Keep(var to) when !s.Written.Contains(to) => s with { Written = s.Written.Add(to) },
        Event.Repeat(var to) when s.Written.Contains(to) => s,
        Event.Lose(var to) when !s.Written.Contains(to) => s with { Written = s.Written.Add(to) },
        Event.Stop(var to) when !s.Written.Contains(to) => s with { Written = s.Written.Add(to) },
        Event.Guess(var to) when !s.Written.Contains(to) => s with { Written = s.Written.Add(to) },
        Event.Receive(var from) => s with { HeardOf = s.HeardOf.Add(from) },
        _ => null,
    };
}
