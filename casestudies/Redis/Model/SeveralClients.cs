namespace Redis.Model;

/// <summary>A number of clients.</summary>
/// <param name="size">How many.</param>
[Instances(1, 3)]
public sealed class SeveralClients(int size) : IClients
{
    /// <inheritdoc/>
    public Domain<Client> All { get; } = new(Enumerable.Range(0, size).Select(i => new Client(i)));

    /// <inheritdoc/>
    public Domain<string> Texts { get; } = new(["a"]);
}
