using Igloo.Models;

namespace MetaTheorems.Framework;

/// <summary>The paper's example of a guarded event: dec(a): z &gt; a ▷ z := z - a.</summary>
/// <remarks>Igloo (OOPSLA 2020), section 2.1.1.</remarks>
public sealed class Countdown : EventSystem<Countdown.State, Countdown.Event>
{
    public sealed record State(int Z);

    public sealed record Event(int A);

    public override State Initial => new(10);

    public override State? Next(State s, Event e) => s.Z > e.A ? s with { Z = s.Z - e.A } : null;
}
