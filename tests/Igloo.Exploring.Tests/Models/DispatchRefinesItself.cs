namespace Igloo.Exploring.Tests.Models;

/// <summary>A system refines itself.</summary>
public sealed class DispatchRefinesItself(Dispatch dispatch) : Refinement<Dispatch.State, Dispatch.Event, Dispatch.State, Dispatch.Event>(dispatch, dispatch)
{
    public override bool Related(Dispatch.State c, Dispatch.State a) => c == a;

    public override Dispatch.Event? Mediate(Dispatch.Event e) => e;
}
