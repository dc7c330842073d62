using Igloo.Endurance.Models;

namespace Igloo.Endurance.Tests.Mutants;

/// <summary>Takes no input when it has counted to three.</summary>
internal sealed class TimidMeter : Meter
{
    public override State? Next(State s, Event e) => e is Event.Take && s.Count == 3 ? null : base.Next(s, e);
}
