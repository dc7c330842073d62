using Igloo.Testing;
using Paxos.Model;

namespace Paxos.Proofs;

public sealed class SingleDecreeTests : InstanceTests<SingleDecree>
{
    // Three acceptors and three rounds have millions of states: random runs go there.
    protected override int LargestSize => 2;

    protected override RandomRunOptions Random => base.Random with { To = 3 };
}
