using System.Collections.Immutable;
using Igloo.Proving.Logic;
using Igloo.Proving.Symbolic;
using Igloo.Values;

namespace Igloo.Proving.Counterexamples.Decoding;

/// <summary>
/// C# values as symbolic ones, so that collections and operations of the solver's model can be asked about them. Elements of carriers
/// become variables whose values are fixed in <see cref="Environment"/>.
/// </summary>
internal sealed class Lifting
{
    private readonly Vocabulary vocabulary;
    private readonly Dictionary<object, Expression> elements = [];
    private readonly Dictionary<BoundVariable, ModelValue> environment = [];

    internal Lifting(Vocabulary vocabulary, IEnumerable<Carrier> carriers)
    {
        this.vocabulary = vocabulary;
        var number = -1;
        foreach (var carrier in carriers)
        {
            for (var i = 0; i < carrier.Elements.Length; i++)
            {
                // Variables of formulas are numbered from 0, so these are never captured.
                var variable = new BoundVariable(number--, $"{carrier.Sort.Name}{i}", carrier.Sort);
                environment.Add(variable, new ModelValue.Element(carrier.Sort, i));
                elements.Add(carrier.Elements[i], Fol.Variable(variable));
            }
        }
    }

    /// <summary>The values of the variables in lifted expressions.</summary>
    internal IReadOnlyDictionary<BoundVariable, ModelValue> Environment => environment;

    /// <summary>A value as a symbolic one.</summary>
    /// <param name="type">Its declared C# type.</param>
    /// <param name="value">The value.</param>
    internal SymbolicValue Lift(Type type, object? value)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return value is null ? SymbolicValue.Optional.None : new SymbolicValue.Optional(Fol.True, Lift(inner, value));
        switch (value)
        {
            case null: return SymbolicValue.Optional.None;
            case string text: return new SymbolicValue.Scalar(Fol.Integer(Texts.NumberOf(text)));
            case bool truth: return new SymbolicValue.Scalar(Fol.Truth(truth));
            case Enum constant: return new SymbolicValue.Scalar(Fol.Constant((Sort.Enumeration)vocabulary.SortOf(constant.GetType())!, constant.ToString()));
        }

        if (ClrTypes.Integer(value) is { } integer) return new SymbolicValue.Scalar(Fol.Integer(integer));
        if (value.GetType().IsDefined(typeof(SortAttribute), inherit: false))
        {
            return elements.TryGetValue(value, out var element)
                ? new SymbolicValue.Scalar(element)
                : throw new NotRepresentableException($"{ValueText.Of(value)} is not an element of the decoded world.");
        }

        if (ClrTypes.Fields(value.GetType()) is not { } fields)
            throw new NotRepresentableException($"{ValueText.Of(value)} of type {value.GetType().Name} is no key of a first-order function.");
        var record = new SymbolicValue.Record(
            value.GetType(), [.. fields.Select(f => f.Name)], [.. fields.Select(f => Lift(f.Type, f.Get(value)))]);
        return type.IsAbstract ? Hierarchies.Widen(vocabulary, record, type) : record;
    }

    /// <summary>Values as symbolic ones.</summary>
    internal ImmutableArray<SymbolicValue> Lift(IEnumerable<(Type Type, object? Value)> values) => [.. values.Select(v => Lift(v.Type, v.Value))];
}
