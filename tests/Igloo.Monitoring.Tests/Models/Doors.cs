using Igloo.Components;

namespace Igloo.Monitoring.Tests.Models;

/// <summary>A random table of states with two doors for inputs, which lead on by their values; no guard reads one. Zero mostly leads nowhere.</summary>
public sealed class Doors : Component<Doors.State, Doors.Event>
{
    public const int Values = 2;
    private const int States = 5;
    private const int Cases = 4;
    private readonly int[,,] after = new int[States, Cases, Values];

    public Doors(Random random)
    {
        for (var s = 0; s < States; s++)
        {
            for (var c = 0; c < Cases; c++)
            {
                var isEnabled = random.Next(3) != 0;
                for (var v = 0; v < Values; v++) after[s, c, v] = !isEnabled ? -1 : v == 0 && random.Next(3) != 0 ? s : random.Next(States);
            }
        }
    }

    public sealed record State(int Number);

    public sealed class Front : IoOperation<Unit, int>;

    public sealed class Back : IoOperation<Unit, int>;

    public abstract record Event
    {
        [Io<Front>]
        public sealed record Knock([Input] int N) : Event;

        [Io<Back>]
        public sealed record Ring([Input] int N) : Event;

        [Io<Operations.Kept>]
        public sealed record Answer(int N) : Event;

        [Internal]
        public sealed record Move(int N) : Event;
    }

    public static IEnumerable<Event> Universe =>
        Enumerable.Range(0, Values).SelectMany(n => new Event[] { new Event.Knock(n), new Event.Ring(n), new Event.Answer(n), new Event.Move(n) });

    public override State Initial => new(0);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Knock(var n) => After(s, 0, n),
        Event.Ring(var n) => After(s, 1, n),
        Event.Answer(var n) => After(s, 2, n),
        Event.Move(var n) => After(s, 3, n),
        _ => null,
    };

    private State? After(State s, int door, int n) => after[s.Number, door, n % Values] is >= 0 and var number ? new(number) : null;
}
