namespace Tftp.Wire;

/// <summary>A server's side of one transfer.</summary>
public interface IServerSession : IDisposable
{
    /// <summary>Transfers the file, or says why not.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Whether all of it is transferred.</returns>
    Task<bool> RunAsync(CancellationToken cancellation);

    /// <summary>Stays for what the client may still ask, once the file is transferred.</summary>
    /// <param name="cancellation">Ends it.</param>
    Task LingerAsync(CancellationToken cancellation);
}
