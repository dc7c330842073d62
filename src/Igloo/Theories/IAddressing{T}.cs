using Igloo.Models;
using Igloo.Values;
using static Igloo.Models.Logic;

namespace Igloo.Theories;

/// <summary>Network addresses: each participant has one of its own.</summary>
/// <typeparam name="T">The participants.</typeparam>
public interface IAddressing<T> : ITheory
    where T : notnull
{
    /// <summary>The address under which a participant receives.</summary>
    /// <param name="participant">The participant.</param>
    Address AddressOf(T participant);

    /// <summary>No two participants share an address.</summary>
    [Axiom]
    bool AddressesAreUnique(T a, T b) => Implies(AddressOf(a) == AddressOf(b), a.Equals(b));
}
