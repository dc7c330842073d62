using System.Collections.Immutable;

namespace Igloo.Terms;

/// <summary>What terms and proofs know of a type: a closed set of shapes.</summary>
/// <param name="Type">The type.</param>
public abstract record TypeShape(Type Type)
{
    /// <summary>An opaque carrier: a struct marked [Sort]. The value with index i is what its constructor makes of i.</summary>
    /// <param name="Type">The struct.</param>
    public sealed record Sort(Type Type) : TypeShape(Type);

    /// <summary>An enumeration.</summary>
    /// <param name="Type">The enum.</param>
    /// <param name="Constants">The names in the order of declaration.</param>
    public sealed record Enumeration(Type Type, ImmutableArray<string> Constants) : TypeShape(Type);

    /// <summary>A sealed record, a record struct or a tuple.</summary>
    /// <param name="Type">The record.</param>
    /// <param name="Fields">The fields in the order of the primary constructor.</param>
    public sealed record Record(Type Type, ImmutableArray<Field> Fields) : TypeShape(Type);

    /// <summary>A closed hierarchy: an abstract record with sealed nested cases.</summary>
    /// <param name="Type">The abstract record.</param>
    /// <param name="Cases">The cases, each with the shape of a record.</param>
    public sealed record Union(Type Type, ImmutableArray<Type> Cases) : TypeShape(Type);

    /// <summary>A class of models (event system, component, refinement, instance of a theory): a value whose fields are its primary-constructor parameters.</summary>
    /// <param name="Type">The class.</param>
    /// <param name="Fields">The parameters of the primary constructor.</param>
    /// <param name="BaseType">The base class if it is a model class too, with its type arguments.</param>
    /// <param name="BaseParameters">The variables of <paramref name="BaseArguments"/>, one for each field.</param>
    /// <param name="BaseArguments">The arguments passed to the base constructor, over <paramref name="BaseParameters"/>.</param>
    /// <param name="Overrides">For each overridden or implemented member, by the key of its first declaration, the key of the member of this class.</param>
    /// <param name="Source">Where it is declared.</param>
    /// <param name="Summary">The text of the documentation summary.</param>
    public sealed record Class(
        Type Type,
        ImmutableArray<Field> Fields,
        Type? BaseType,
        ImmutableArray<VariableTerm> BaseParameters,
        ImmutableArray<Term> BaseArguments,
        ImmutableDictionary<string, string> Overrides,
        SourceSpan Source,
        string Summary) : TypeShape(Type);

    /// <summary>A theory: an interface derived from ITheory.</summary>
    /// <param name="Type">The interface.</param>
    /// <param name="Bases">The theories it extends, directly or not, with their type arguments.</param>
    /// <param name="Source">Where it is declared.</param>
    /// <param name="Summary">The text of the documentation summary.</param>
    public sealed record Theory(Type Type, ImmutableArray<Type> Bases, SourceSpan Source, string Summary) : TypeShape(Type);
}
