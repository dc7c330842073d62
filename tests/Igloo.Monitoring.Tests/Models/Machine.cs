using Igloo.Components;

namespace Igloo.Monitoring.Tests.Models;

/// <summary>A random table of states; some events nobody reports, and they need neither end nor commute.</summary>
public sealed class Machine : Component<Machine.State, Machine.Event>
{
    public const int Outputs = 3;
    private const int States = 6;
    private const int Moves = 2;
    private readonly int[,] after = new int[States, Outputs + Moves];

    public Machine(Random random)
    {
        for (var s = 0; s < States; s++)
        {
            for (var e = 0; e < Outputs + Moves; e++) after[s, e] = random.Next(2) == 0 ? -1 : random.Next(States);
        }
    }

    public sealed record State(int Number);

    public abstract record Event
    {
        [Io<Operations.Kept>]
        public sealed record Emit(int N) : Event;

        [Internal(IsAutomatic = true)]
        public sealed record Move(int N) : Event;
    }

    public override State Initial => new(0);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Emit(var n) => At(after[s.Number, n]),
        Event.Move(var n) => At(after[s.Number, Outputs + n]),
        _ => null,
    };

    public static IEnumerable<Event> Hidden(State s) => Enumerable.Range(0, Moves).Select(n => new Event.Move(n));

    private static State? At(int number) => number < 0 ? null : new(number);
}
