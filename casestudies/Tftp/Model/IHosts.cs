namespace Tftp.Model;

/// <summary>Which addresses are of one machine.</summary>
public interface IHosts : ITheory
{
    /// <summary>Whether two addresses are of one machine.</summary>
    bool AreTogether(Address a, Address b);
}
