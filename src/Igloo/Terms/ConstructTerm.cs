using System.Collections.Immutable;

namespace Igloo.Terms;

/// <summary>The construction of a record, a tuple or an instance of a model class (event system, component, theory implementation).</summary>
/// <param name="type">The constructed type.</param>
/// <param name="arguments">The arguments in the order of the fields, see <see cref="TypeShape"/>.</param>
public sealed class ConstructTerm(Type type, ImmutableArray<Term> arguments) : Term(type)
{
    /// <summary>The arguments in the order of the fields.</summary>
    public ImmutableArray<Term> Arguments { get; } = arguments;
}
