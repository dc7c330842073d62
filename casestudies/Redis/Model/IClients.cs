namespace Redis.Model;

/// <summary>The clients of a server.</summary>
public interface IClients : ITheory
{
    /// <summary>All clients.</summary>
    Domain<Client> All { get; }

    /// <summary>What commands and replies say.</summary>
    Domain<string> Texts { get; }
}
