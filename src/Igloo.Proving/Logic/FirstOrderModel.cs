using System.Collections.Immutable;
using System.Numerics;

namespace Igloo.Proving.Logic;

/// <summary>
/// A finite model that a solver found: a universe for each uninterpreted sort and an interpretation of each symbol.
/// Self-contained: it evaluates formulas without the solver. Immutable; safe for use from several threads.
/// </summary>
public sealed class FirstOrderModel
{
    private readonly Dictionary<Sort.Uninterpreted, int> _universes;
    private readonly Dictionary<FunctionSymbol, FunctionTable> _tables;
    private readonly FunctionTable? _quotientByZero;
    private readonly FunctionTable? _remainderByZero;

    internal FirstOrderModel(
        Dictionary<Sort.Uninterpreted, int> universes,
        Dictionary<FunctionSymbol, FunctionTable> tables,
        FunctionTable? quotientByZero,
        FunctionTable? remainderByZero)
    {
        _universes = universes;
        _tables = tables;
        _quotientByZero = quotientByZero;
        _remainderByZero = remainderByZero;
    }

    /// <summary>The uninterpreted sorts of the query.</summary>
    public IReadOnlyCollection<Sort.Uninterpreted> Sorts => _universes.Keys;

    /// <summary>The symbols that the model constrains. All others may have any interpretation.</summary>
    public IReadOnlyCollection<FunctionSymbol> Symbols => _tables.Keys;

    /// <summary>The number of elements of an uninterpreted sort, 1 if the query does not mention it. Elements are numbered from 0.</summary>
    public int UniverseSize(Sort.Uninterpreted sort) => _universes.GetValueOrDefault(sort, 1);

    /// <summary>All values of a sort, in order; null for the integers.</summary>
    public ImmutableArray<ModelValue>? ValuesOf(Sort sort) => sort switch
    {
        Sort.Boolean => [ModelValue.False, ModelValue.True],
        Sort.Uninterpreted uninterpreted => [.. Enumerable.Range(0, UniverseSize(uninterpreted)).Select(i => new ModelValue.Element(uninterpreted, i))],
        Sort.Enumeration enumeration => [.. Enumerable.Range(0, enumeration.Constants.Length).Select(i => new ModelValue.EnumerationConstant(enumeration, i))],
        _ => null,
    };

    /// <summary>
    /// The value of an expression. Symbols that the model leaves open have the default value of their sort (false, 0, the
    /// first element). Quantifiers over finite universes are enumerated; over the integers they are decided only by an
    /// instance that settles them.
    /// </summary>
    /// <param name="expression">The expression.</param>
    /// <param name="environment">The values of its free variables; null for none.</param>
    /// <returns>The value, or null if it could not be determined (a quantifier over the integers, division by zero).</returns>
    /// <exception cref="ArgumentException">A free variable has no value.</exception>
    public ModelValue? Evaluate(Expression expression, IReadOnlyDictionary<BoundVariable, ModelValue>? environment = null)
    {
        ArgumentNullException.ThrowIfNull(expression);
        return new ModelEvaluation(this, environment ?? ImmutableDictionary<BoundVariable, ModelValue>.Empty).Evaluate(expression);
    }

    /// <summary>Whether a formula holds; null if that could not be determined.</summary>
    /// <exception cref="ArgumentException">It is no formula, or a free variable has no value.</exception>
    public bool? Holds(Expression formula, IReadOnlyDictionary<BoundVariable, ModelValue>? environment = null)
    {
        ArgumentNullException.ThrowIfNull(formula);
        if (formula.Sort != Sort.Bool) throw new ArgumentException($"{formula} has sort {formula.Sort}.", nameof(formula));
        return (Evaluate(formula, environment) as ModelValue.Boolean)?.Value;
    }

    /// <summary>The value of a function at arguments; null if the solver's description of it is beyond us.</summary>
    public ModelValue? Apply(FunctionSymbol function, params ImmutableArray<ModelValue> arguments)
    {
        ArgumentNullException.ThrowIfNull(function);
        return _tables.TryGetValue(function, out var table)
            ? table.IsOpenAt(arguments) ? DefaultOf(function.ResultSort) : table.Apply(arguments)
            : DefaultOf(function.ResultSort);
    }

    /// <summary>A function as a table over all its arguments; integer arguments range over those that its description mentions.</summary>
    public FunctionInterpretation Interpretation(FunctionSymbol function)
    {
        ArgumentNullException.ThrowIfNull(function);
        var table = _tables.GetValueOrDefault(function);
        ImmutableArray<BigInteger> integers = function.ArgumentSorts.Contains(Sort.Int) && table is not null ? [.. table.AllIntegers()] : [];
        ImmutableArray<ModelValue> integerValues = [.. integers.Select(ModelValue.Of)];
        IEnumerable<ImmutableArray<ModelValue>> combinations = [[]];
        foreach (var sort in function.ArgumentSorts)
        {
            var values = ValuesOf(sort) ?? integerValues;
            combinations = combinations.SelectMany(_ => values, (prefix, value) => prefix.Add(value));
        }

        var entries = ImmutableArray.CreateBuilder<FunctionInterpretation.Entry>();
        foreach (var arguments in combinations)
            if (Apply(function, arguments) is { } value) entries.Add(new(arguments, value));
        var otherwise = !function.ArgumentSorts.Contains(Sort.Int) ? null : table is null ? DefaultOf(function.ResultSort) : table.ConstantOtherwise;
        return new(function, entries.ToImmutable(), otherwise, integers);
    }

    /// <summary>The universes and all interpretations, for messages and debuggers.</summary>
    public override string ToString() => string.Join('\n', [
        .. _universes.OrderBy(universe => universe.Key.Name, StringComparer.Ordinal).Select(universe => $"{universe.Key}: {universe.Value} elements"),
        .. _tables.Keys.OrderBy(function => function.Name, StringComparer.Ordinal).Select(function => $"{function.Name} = {Interpretation(function)}"),
    ]);

    internal ModelValue? QuotientByZero(ModelValue dividend) => _quotientByZero?.Apply([dividend]);

    internal ModelValue? RemainderByZero(ModelValue dividend) => _remainderByZero?.Apply([dividend]);

    internal IEnumerable<BigInteger> Integers => _tables.Values.SelectMany(table => table.AllIntegers());

    private static ModelValue DefaultOf(Sort sort) => sort switch
    {
        Sort.Boolean => ModelValue.False,
        Sort.Integer => ModelValue.Of(BigInteger.Zero),
        Sort.Uninterpreted uninterpreted => new ModelValue.Element(uninterpreted, 0),
        Sort.Enumeration enumeration => new ModelValue.EnumerationConstant(enumeration, 0),
        _ => throw new InvalidOperationException($"Unknown sort {sort}."),
    };
}
