using Igloo.Models;
using LeaderElection.Model;

namespace Igloo.Proving.Tests.Counterexamples.Models;

/// <summary>At most one leader is elected, supposedly.</summary>
public sealed class ForgetfulRingRefinesElection(IRing ring)
    : Refinement<ForgetfulRing.State, ForgetfulRing.Event, Election.State, Election.Event>(new ForgetfulRing(ring), new Election())
{
    public override bool Related(ForgetfulRing.State c, Election.State a) => a.Leaders == c.Leaders;

    public override Election.Event? Mediate(ForgetfulRing.Event e) =>
        e is ForgetfulRing.Event.Elect(var n) ? new Election.Event.Elect(n) : null;
}
