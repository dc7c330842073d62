using System.Net;
using LeaderElection.Model;

namespace LeaderElection.Configuration;

/// <summary>One node of a configured ring.</summary>
/// <param name="Node">Its identifier.</param>
/// <param name="Listens">Where its process receives.</param>
/// <param name="Address">
/// Where others send to reach it: AddressOf of the model. The same as <paramref name="Listens"/>, unless a proxy stands before it.
/// </param>
public sealed record RingMember(Node Node, IPEndPoint Listens, IPEndPoint Address);
