using System.Collections.Immutable;

namespace Igloo.Monitoring.Mediation;

/// <summary>Whether all I/O of a process passes its monitor: a closed set.</summary>
public abstract record MediationVerdict
{
    /// <summary>At this moment the process has no internet socket but those allowed.</summary>
    /// <param name="Sockets">The allowed ones that it has.</param>
    public sealed record Mediated(ImmutableArray<OpenSocket> Sockets) : MediationVerdict;

    /// <summary>The process has sockets of its own.</summary>
    /// <param name="Foreign">Those sockets.</param>
    public sealed record Bypassed(ImmutableArray<OpenSocket> Foreign) : MediationVerdict
    {
        /// <inheritdoc/>
        public override string ToString() => $"BYPASSED: sockets that no monitor knows: {string.Join(", ", Foreign)}";
    }

    /// <summary>It cannot be told.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Unknown(string Reason) : MediationVerdict;
}
