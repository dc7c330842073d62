using System.Collections.Immutable;
using Igloo.Proving.Logic;
using Igloo.Terms;

namespace Igloo.Proving.Symbolic;

/// <summary>
/// The values of a type as finitely many patterns over scalar variables, so that quantifiers over records, hierarchies, options,
/// booleans and enums become quantifiers over scalars.
/// </summary>
public static class Patterns
{
    private const int LargestExpansion = 8;

    /// <summary>One pattern: the value for all values of the variables.</summary>
    /// <param name="Variables">The variables; possibly none.</param>
    /// <param name="Value">The value.</param>
    public sealed record Pattern(ImmutableArray<BoundVariable> Variables, SymbolicValue Value);

    /// <summary>The patterns that together are all values of a type.</summary>
    /// <param name="vocabulary">Where the variables come from.</param>
    /// <param name="type">The type.</param>
    /// <param name="name">A label for the variables.</param>
    /// <exception cref="UnsupportedModelException">The type is not first-order.</exception>
    public static ImmutableArray<Pattern> Of(Vocabulary vocabulary, Type type, string name)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        ArgumentNullException.ThrowIfNull(type);
        if (type == typeof(bool)) return [new([], new SymbolicValue.Scalar(Fol.True)), new([], new SymbolicValue.Scalar(Fol.False))];
        if (type.IsGenericType && type.GetGenericTypeDefinition() is var definition && (definition == typeof(Option<>) || definition == typeof(Nullable<>)))
            return
            [
                new([], SymbolicValue.Optional.None),
                .. Of(vocabulary, type.GetGenericArguments()[0], name).Select(p => p with { Value = new SymbolicValue.Optional(Fol.True, p.Value) }),
            ];
        vocabulary.RequireFinite(type);
        switch (vocabulary.ShapeOf(type))
        {
            case TypeShape.Record record:
                return OfFields(vocabulary, type, record.Fields, name);
            case TypeShape.Union union:
                return
                [
                    .. union.Cases.SelectMany((c, i) => Of(vocabulary, c, name), (c, p) => (Case: c, Pattern: p))
                        .Select(x => x.Pattern with { Value = Hierarchies.Widen(vocabulary, (SymbolicValue.Record)x.Pattern.Value, type) }),
                ];
            case TypeShape.Enumeration e when e.Constants.Length <= LargestExpansion:
                var sort = (Sort.Enumeration)vocabulary.SortOf(type)!;
                return [.. e.Constants.Select((_, i) => new Pattern([], new SymbolicValue.Scalar(Fol.Constant(sort, i))))];
        }

        if (vocabulary.SortOf(type) is not { } scalar)
            throw new UnsupportedModelException(
                $"A quantifier ranges over {Vocabulary.NameOf(type)}, which is not first-order. Quantify over its elements, or use an opaque [Sort] with a membership operation in a theory.");
        var variable = vocabulary.FreshVariable(name, scalar);
        return [new([variable], new SymbolicValue.Scalar(Fol.Variable(variable)))];
    }

    /// <summary>Whether a type has patterns.</summary>
    internal static bool Exist(Vocabulary vocabulary, Type type)
    {
        try
        {
            return !Of(vocabulary, type, "x").IsEmpty;
        }
        catch (UnsupportedModelException)
        {
            return false;
        }
    }

    /// <summary>The body holds for all values of the type.</summary>
    internal static Expression ForAll(Vocabulary vocabulary, Type type, string name, Func<SymbolicValue, Expression> body) =>
        Fol.And(Of(vocabulary, type, name).Select(p => Fol.ForAll(p.Variables, body(p.Value))));

    /// <summary>The body holds for some value of the type.</summary>
    internal static Expression Exists(Vocabulary vocabulary, Type type, string name, Func<SymbolicValue, Expression> body) =>
        Fol.Or(Of(vocabulary, type, name).Select(p => Fol.Exists(p.Variables, body(p.Value))));

    private static ImmutableArray<Pattern> OfFields(Vocabulary vocabulary, Type type, ImmutableArray<Field> fields, string name)
    {
        ImmutableArray<(ImmutableArray<BoundVariable> Variables, ImmutableArray<SymbolicValue> Values)> rows = [([], [])];
        foreach (var field in fields)
        {
            // Each row has variables of its own: rows end up under quantifiers of their own.
            rows = [.. rows.SelectMany(row => Of(vocabulary, field.Type, $"{name}.{field.Name}"), (row, p) => (row.Variables.AddRange(p.Variables), row.Values.Add(p.Value)))];
        }

        ImmutableArray<string> names = [.. fields.Select(f => f.Name)];
        return [.. rows.Select(row => new Pattern(row.Variables, new SymbolicValue.Record(type, names, row.Values)))];
    }
}
