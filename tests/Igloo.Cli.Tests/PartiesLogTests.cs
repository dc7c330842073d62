using Igloo.Cli.Tests.Running;

namespace Igloo.Cli.Tests;

/// <summary>Merged logs of two kinds of components over one of the network models: who sends and receives is a case of one type of parties.</summary>
public sealed class PartiesLogTests : IDisposable
{
    private const string Model =
        """
        using System;
        using System.IO;
        using Igloo.Components;
        using Igloo.Environments;
        using Igloo.Monitoring.Runs;
        using Igloo.Models;
        using Igloo.Theories;
        using Igloo.Values;
        using Network = Igloo.Environments.UnreliableNetwork<Party, Question>;

        [Sort] public readonly record struct Guest(int Index);
        [Sort] public readonly record struct Desk(int Index);
        [Model] public sealed record Question(Guest From, int Number);

        [Model] public abstract record Party
        {
            public sealed record OfGuest(Guest Guest) : Party;
            public sealed record OfDesk(Desk Desk) : Party;
        }

        public interface IHotel : IAddressing<Party> { Domain<Guest> Guests { get; } Domain<Desk> Desks { get; } }

        public sealed class Hotel : IHotel
        {
            public Domain<Guest> Guests { get; } = new(new Guest[] { new(0), new(1) });
            public Domain<Desk> Desks { get; } = new(new Desk[] { new(0) });
            public Address AddressOf(Party participant) => participant is Party.OfGuest(var guest) ? new(guest.Index) : new(100);
        }

        public sealed class Asking(Guest self) : Component<Asking.State, Asking.Event>
        {
            public sealed record State(int Asked);
            public abstract record Event
            {
                [Io<Udp.Send<Question>>] public sealed record Ask(Address To, Question Question) : Event;
                [Io<Udp.Receive<Question>>] public sealed record Told([Input] Question Question) : Event;
            }

            public override State Initial => new(0);
            public override State? Next(State s, Event e) => e switch { Event.Ask(_, var q) when q.From == self && q.Number == s.Asked => new State(s.Asked + 1), Event.Told => s, _ => null };
        }

        public sealed class Hearing : Component<Hearing.State, Hearing.Event>
        {
            public sealed record State(Set<Question> Heard);
            public abstract record Event
            {
                [Io<Udp.Receive<Question>>] public sealed record Hear([Input] Question Question) : Event;
                [Io<Udp.Send<Question>>] public sealed record Reply(Address To, Question Question) : Event;
            }

            public override State Initial => new(Set<Question>.Empty);
            public override State? Next(State s, Event e) => e switch { Event.Hear(var q) => new State(s.Heard.Add(q)), Event.Reply(_, var q) when s.Heard.Contains(q) => s, _ => null };
        }

        public sealed class House(IHotel hotel)
            : Composition<Network.State, Network.Event, Guest, Asking.State, Asking.Event, Desk, Hearing.State, Hearing.Event>(new Network(hotel))
        {
            public override Domain<Guest> FirstIndices => hotel.Guests;
            public override Domain<Desk> SecondIndices => hotel.Desks;
            public override Asking First(Guest index) => new(index);
            public override Hearing Second(Desk index) => new();
            public override Step? Partner(Network.Event e) => e switch
            {
                Network.Event.Transmit(Party.OfGuest(var from), var to, var q) => new Step.OfFirst(from, new Asking.Event.Ask(to, q)),
                Network.Event.Deliver(Party.OfDesk(var at), var q) => new Step.OfSecond(at, new Hearing.Event.Hear(q)),
                Network.Event.Transmit(Party.OfDesk(var from), var to, var q) => new Step.OfSecond(from, new Hearing.Event.Reply(to, q)),
                Network.Event.Deliver(Party.OfGuest(var at), var q) => new Step.OfFirst(at, new Asking.Event.Told(q)),
                _ => null,
            };
        }

        public sealed class HouseLogs : SystemLogSource<Network.State, Network.Event, Guest, Asking.State, Asking.Event, Desk, Hearing.State, Hearing.Event>
        {
            protected override RunCheck<Network.State, Network.Event, Guest, Asking.State, Asking.Event, Desk, Hearing.State, Hearing.Event> RunOf(System.Collections.Generic.IReadOnlyCollection<string> files) =>
                RunCheck.Of(new House(new Hotel()), environmentIsMonotone: true);
            protected override bool IsOfFirst(string file) => Path.GetFileName(file).StartsWith("guest");
            protected override Guest FirstIndexOf(string file) => new(int.Parse(Path.GetFileNameWithoutExtension(file)[5..]));
            protected override Desk SecondIndexOf(string file) => new(0);
            protected override ILogParser<Asking.Event> FirstParser => new Asked();
            protected override ILogParser<Hearing.Event> SecondParser => new Heard();

            private sealed class Asked : ILogParser<Asking.Event>
            {
                public LogLine<Asking.Event> Parse(string line) => line.Split(' ') is ["ask", var g, var n] ? new LogLine<Asking.Event>.Happened(new Asking.Event.Ask(new Address(100), new(new(int.Parse(g)), int.Parse(n)))) : new LogLine<Asking.Event>.Other();
            }

            private sealed class Heard : ILogParser<Hearing.Event>
            {
                public LogLine<Hearing.Event> Parse(string line) => line.Split(' ') is ["hear", var g, var n] ? new LogLine<Hearing.Event>.Happened(new Hearing.Event.Hear(new(new(int.Parse(g)), int.Parse(n)))) : new LogLine<Hearing.Event>.Other();
            }
        }
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Parties_of_the_network_are_found_from_the_components_that_they_stand_for()
    {
        folder.WriteModel("House", Model, "Igloo.Monitoring");
        folder.Write("guest0.log", "ask 0 0\nask 0 1\n");
        folder.Write("guest1.log", "ask 1 0\n");
        folder.Write("desk0.log", "hear 1 0\nhear 0 1\nhear 0 0\nhear 1 0\n");

        var accepted = await CheckAsync();
        Assert.Equal("ACCEPTED  HouseLogs: a trace of 7 events of the model\n", accepted.Output + accepted.Error);

        folder.Write("guest1.log", "hello\n");
        var rejected = await CheckAsync();
        Assert.Equal(1, rejected.ExitCode);
        Assert.Contains("REJECTED", rejected.Output, StringComparison.Ordinal);
        Assert.Contains("Hear(Question(From: 1, Number: 0))", rejected.Output, StringComparison.Ordinal);
    }

    private Task<CommandResult> CheckAsync() => Command.RunAsync(
        ["log", "check", folder.Path, .. new[] { "guest0.log", "guest1.log", "desk0.log" }.Select(f => Path.Combine(folder.Path, f))]);
}
