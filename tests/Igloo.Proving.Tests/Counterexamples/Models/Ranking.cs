using Igloo.Theories;
using Igloo.Values;

namespace Igloo.Proving.Tests.Counterexamples.Models;

/// <summary>Clients ranked by number.</summary>
[Instances(1, 4)]
public sealed class Ranking(int size) : IRanking
{
    public Domain<Client> Clients { get; } = new(Enumerable.Range(0, size).Select(i => new Client(i)));

    public bool Outranks(Client a, Client b) => a.Index > b.Index;
}
