using System.Net;
using LeaderElection.Configuration;
using LeaderElection.Model;

namespace LeaderElection.Tests.Configuration;

/// <summary>Rings whose nodes listen at ports from 9000 and are reached at ports from 9100.</summary>
internal static class Rings
{
    public static RingConfiguration Of(params int[] identifiers) =>
        new(identifiers.Select((id, i) => new RingMember(new Node(id), new(IPAddress.Loopback, 9000 + i), new(IPAddress.Loopback, 9100 + i))));
}
