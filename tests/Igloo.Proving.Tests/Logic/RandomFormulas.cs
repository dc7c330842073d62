using System.Collections.Immutable;
using Igloo.Proving.Logic;

namespace Igloo.Proving.Tests.Logic;

/// <summary>Seeded random closed formulas over a small signature that covers every sort and connective.</summary>
internal sealed class RandomFormulas(int seed, bool withIntegerQuantifiers = false)
{
    internal static readonly Sort.Uninterpreted Node = new("Node");
    internal static readonly Sort.Enumeration Colour = new("Colour", "Red", "Green", "Blue");

    private static readonly ImmutableArray<FunctionSymbol> Symbols =
    [
        FunctionSymbol.Constant("a", Node), FunctionSymbol.Constant("b", Node), new("next", [Node], Node),
        FunctionSymbol.Constant("n", Sort.Int), new("weight", [Node], Sort.Int), new("shift", [Sort.Int], Sort.Int),
        FunctionSymbol.Constant("hue", Colour), new("paint", [Node], Colour), new("mix", [Colour, Colour], Colour),
        FunctionSymbol.Constant("p", Sort.Bool), new("likes", [Node, Node], Sort.Bool), new("odd", [Sort.Int], Sort.Bool),
        new("at", [Node, Sort.Int], Sort.Bool),
    ];

    private readonly Random _random = new(seed);
    private int _nextVariable;

    internal Expression Formula(int depth, ImmutableArray<BoundVariable> scope = default)
    {
        scope = scope.IsDefault ? [] : scope;
        if (depth == 0) return _random.Next(6) == 0 ? Fol.Truth(_random.Next(2) == 0) : Applied(Sort.Bool, 0, scope);
        Expression Smaller() => Formula(depth - 1, scope);
        Expression Term(Sort sort) => this.Term(sort, depth - 1, scope);
        switch (_random.Next(14))
        {
            case 0: return Fol.Not(Smaller());
            case 1: return Fol.And(Smaller(), Smaller(), Smaller());
            case 2: return Fol.Or(Smaller(), Smaller(), Smaller());
            case 3: return Fol.Implies(Smaller(), Smaller());
            case 4: return Fol.Iff(Smaller(), Smaller());
            case 5: return Fol.Ite(Smaller(), Smaller(), Smaller());
            case 6 or 7: return Applied(Sort.Bool, depth, scope);
            case 8: return Fol.Less(Term(Sort.Int), Term(Sort.Int));
            case 9: return Fol.LessOrEqual(Term(Sort.Int), Term(Sort.Int));
            case 10:
                var sort = AnySort();
                return Fol.Equal(Term(sort), Term(sort));
            case 11:
                var of = AnySort();
                return Fol.Distinct(Term(of), Term(of), Term(of));
            default:
                ImmutableArray<Sort> sorts = withIntegerQuantifiers ? [Node, Colour, Sort.Int] : [Node, Node, Colour];
                var variable = new BoundVariable(_nextVariable++, "v", sorts[_random.Next(sorts.Length)]);
                var body = Formula(depth - 1, scope.Add(variable));
                return _random.Next(2) == 0 ? Fol.ForAll(variable, body) : Fol.Exists(variable, body);
        }
    }

    internal Expression Term(Sort sort, int depth, ImmutableArray<BoundVariable> scope)
    {
        if (sort == Sort.Bool) return Formula(depth, scope);
        if (depth > 0 && _random.Next(4) == 0) return Fol.Ite(Formula(depth - 1, scope), Term(sort, depth - 1, scope), Term(sort, depth - 1, scope));
        if (sort == Sort.Int && depth > 0 && _random.Next(2) == 0)
        {
            Expression Part() => Term(Sort.Int, depth - 1, scope);
            return _random.Next(6) switch
            {
                0 => Fol.Add(Part(), Part(), Fol.Integer(_random.Next(-3, 4))),
                1 => Fol.Subtract(Part(), Part()),
                2 => Fol.Multiply(Fol.Integer(_random.Next(-3, 4)), Part()),
                3 => Fol.Negate(Part()),
                4 => Fol.Divide(Part(), Fol.Integer(_random.Next(2) == 0 ? _random.Next(1, 4) : _random.Next(-3, 0))),
                _ => Fol.Modulo(Part(), Fol.Integer(_random.Next(2) == 0 ? _random.Next(1, 4) : _random.Next(-3, 0))),
            };
        }

        return Applied(sort, depth, scope);
    }

    private Expression Applied(Sort sort, int depth, ImmutableArray<BoundVariable> scope)
    {
        ImmutableArray<BoundVariable> variables = [.. scope.Where(variable => variable.Sort == sort)];
        if (!variables.IsEmpty && _random.Next(2) == 0) return Fol.Variable(variables[_random.Next(variables.Length)]);
        if (sort == Sort.Int && _random.Next(3) == 0) return Fol.Integer(_random.Next(-4, 5));
        if (sort is Sort.Enumeration enumeration && _random.Next(3) == 0) return Fol.Constant(enumeration, _random.Next(enumeration.Constants.Length));
        ImmutableArray<FunctionSymbol> candidates = [.. Symbols.Where(symbol => symbol.ResultSort == sort && (depth > 0 || symbol.Arity < 2 || sort == Sort.Bool))];
        var symbol = candidates[_random.Next(candidates.Length)];
        return Fol.Apply(symbol, [.. symbol.ArgumentSorts.Select(argument => Term(argument, Math.Max(0, depth - 1), scope))]);
    }

    private Sort AnySort() => _random.Next(4) switch { 0 => Sort.Bool, 1 => Sort.Int, 2 => Colour, _ => Node };
}
