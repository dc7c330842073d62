using System.Net;
using LeaderElection.Model;

namespace LeaderElection.Nodes;

/// <summary>What a node process says on its standard output, one line each: a closed set.</summary>
public abstract record NodeStatus
{
    /// <summary>Its socket is bound.</summary>
    /// <param name="At">Where.</param>
    public sealed record Listening(IPEndPoint At) : NodeStatus
    {
        /// <inheritdoc/>
        public override string ToString() => $"listening {At}";
    }

    /// <summary>It has checked its configuration and is about to run.</summary>
    /// <param name="Fingerprint">The fingerprint of its configuration.</param>
    public sealed record Ready(string Fingerprint) : NodeStatus
    {
        /// <inheritdoc/>
        public override string ToString() => $"ready {Fingerprint}";
    }

    /// <summary>It is the leader.</summary>
    /// <param name="Leader">Its identifier.</param>
    public sealed record Elected(Node Leader) : NodeStatus
    {
        /// <inheritdoc/>
        public override string ToString() => $"elected {Leader}";
    }

    /// <summary>It has been told to stop and has closed its socket and its log.</summary>
    /// <param name="Dropped">The number of received datagrams that were no messages.</param>
    public sealed record Stopped(long Dropped) : NodeStatus
    {
        /// <inheritdoc/>
        public override string ToString() => $"stopped {Dropped}";
    }

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line.</param>
    /// <returns>Null if it is no such line.</returns>
    public static NodeStatus? Parse(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.Split(' ') switch
        {
            ["listening", var at] when IPEndPoint.TryParse(at, out var endPoint) => new Listening(endPoint),
            ["ready", var fingerprint] => new Ready(fingerprint),
            ["elected", var leader] when int.TryParse(leader, out var index) => new Elected(new Node(index)),
            ["stopped", var dropped] when long.TryParse(dropped, out var count) => new Stopped(count),
            _ => null,
        };
    }
}
