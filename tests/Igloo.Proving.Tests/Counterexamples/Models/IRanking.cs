using Igloo.Models;
using Igloo.Theories;
using Igloo.Values;
using static Igloo.Models.Logic;

namespace Igloo.Proving.Tests.Counterexamples.Models;

/// <summary>Who outranks whom; that nobody outranks each other was forgotten.</summary>
public interface IRanking : ITheory
{
    Domain<Client> Clients { get; }

    bool Outranks(Client a, Client b);

    [Axiom]
    bool IsTransitive(Client a, Client b, Client c) => Implies(Outranks(a, b) && Outranks(b, c), Outranks(a, c));

    bool IsTop(Client a) => Clients.All(b => a == b || Outranks(a, b));
}
