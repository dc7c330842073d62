using Igloo.Endurance.Models;

namespace Igloo.Endurance.Tests.Mutants;

/// <summary>Loses any number.</summary>
internal sealed class GenerousMeter : Meter
{
    public override State? Next(State s, Event e) => e is Event.Lose(var n) ? s with { Count = n + 1 } : base.Next(s, e);
}
