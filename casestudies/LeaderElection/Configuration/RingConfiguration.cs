using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using LeaderElection.Model;

namespace LeaderElection.Configuration;

/// <summary>
/// The configuration map of a running ring, which the proof leaves open: who the nodes are, in which order, and where they are reached.
/// </summary>
/// <remarks>Every process of a ring must have the same one; <see cref="Fingerprint"/> is how they compare.</remarks>
public sealed class RingConfiguration
{
    /// <summary>A ring of some nodes.</summary>
    /// <param name="members">The nodes in ring order; the first follows the last.</param>
    /// <exception cref="ConfigurationException">There is no node, or two share an identifier or an address.</exception>
    public RingConfiguration(IEnumerable<RingMember> members)
    {
        Members = [.. members];
        if (Members.IsEmpty) throw new ConfigurationException("The ring has no nodes.");
        RequireDistinct("identifier", m => m.Node);
        RequireDistinct("address", m => m.Address);
        RequireDistinct("socket", m => m.Listens);
        foreach (var member in Members)
        {
            if (member.Node.Index < 0) throw new ConfigurationException($"The identifier {member.Node} is negative.");
            RequireUsable(member.Node, "listens", member.Listens);
            RequireUsable(member.Node, "address", member.Address);
        }

        Fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(RingConfigurationJson.Write(this))))[..12];
        Ring = new ConfiguredRing(this);
    }

    /// <summary>The nodes in ring order.</summary>
    public ImmutableArray<RingMember> Members { get; }

    /// <summary>The ring as the models see it.</summary>
    public ConfiguredRing Ring { get; }

    /// <summary>Twelve hexadecimal digits that tell configurations apart.</summary>
    public string Fingerprint { get; }

    /// <summary>The component of a node: its parameters are those of the program.</summary>
    /// <param name="node">The node.</param>
    public RingNode ComponentOf(Node node) => (RingNode)new RingSystem(Ring).Component(node);

    /// <summary>The entry of the node that runs here, after a check that this process is where the others believe it to be.</summary>
    /// <param name="node">The node.</param>
    /// <param name="bound">The endpoint of its socket.</param>
    /// <exception cref="ConfigurationException">The node is not in the ring, or its socket is elsewhere.</exception>
    public RingMember Own(Node node, IPEndPoint bound)
    {
        var own = Members.FirstOrDefault(m => m.Node == node)
            ?? throw new ConfigurationException($"it is not in the ring {this}.");
        return own.Listens.Equals(bound)
            ? own
            : throw new ConfigurationException($"it is to listen at {own.Listens}, but its socket is at {bound}.");
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(" -> ", Members.Append(Members[0]).Select(m => m.Node.ToString()));

    private void RequireDistinct<T>(string what, Func<RingMember, T> value)
        where T : notnull
    {
        var twice = Members.GroupBy(value).FirstOrDefault(g => g.Count() > 1);
        if (twice is not null)
        {
            throw new ConfigurationException($"{twice.Count()} nodes of the ring share the {what} {twice.Key}.");
        }
    }

    private static void RequireUsable(Node node, string what, IPEndPoint endPoint)
    {
        if (endPoint.AddressFamily != AddressFamily.InterNetwork || endPoint.Port == 0)
        {
            throw new ConfigurationException($"Node {node}: {what} is {endPoint}, which is no IPv4 address with a port.");
        }
    }
}
