using System.Diagnostics.CodeAnalysis;
using Failover.Model;
using Igloo.IoSpecs;
using Igloo.Monitoring.Messages;
using Igloo.Monitoring.Reports;

namespace Failover.Nodes;

/// <summary>Between the events of a candidate and letters.</summary>
internal sealed class LetterCodec : IMessageCodec<Candidate.Event, Letter>
{
    public Letter Encode(Candidate.Event sent) => sent is Candidate.Event.Claim(var to, var leader)
        ? new(to, leader)
        : throw new PreconditionViolationException($"{EventText.Short(sent)} is no letter.");

    public bool TryDecode(Letter message, [NotNullWhen(true)] out Candidate.Event? received)
    {
        received = new Candidate.Event.Follow(message.Peer, message.Leader);
        return true;
    }
}
