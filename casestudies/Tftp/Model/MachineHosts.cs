namespace Tftp.Model;

/// <summary>Machines by their IPv4 addresses.</summary>
public sealed class MachineHosts : IHosts
{
    private const int PortBits = 16;

    /// <inheritdoc/>
    public bool AreTogether(Address a, Address b) => a.Value >> PortBits == b.Value >> PortBits;
}
