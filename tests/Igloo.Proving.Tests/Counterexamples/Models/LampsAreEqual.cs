using Igloo.Models;

namespace Igloo.Proving.Tests.Counterexamples.Models;

/// <summary>They are not.</summary>
public sealed class LampsAreEqual()
    : Equality<Lamp.State, Lamp.Event, FlickeringLamp.State, FlickeringLamp.Event>(new Lamp(), new FlickeringLamp())
{
    /// <summary>Both are on or both are off.</summary>
    public override bool Related(Lamp.State l, FlickeringLamp.State r) => l.IsOn == r.IsOn;

    public override FlickeringLamp.Event? Forth(Lamp.Event e) => new FlickeringLamp.Event.Flicker();

    public override Lamp.Event? Back(FlickeringLamp.Event e) => e switch
    {
        FlickeringLamp.Event.Switch => new Lamp.Event.Switch(),
        FlickeringLamp.Event.Flicker => new Lamp.Event.Switch(),
        _ => null,
    };
}
