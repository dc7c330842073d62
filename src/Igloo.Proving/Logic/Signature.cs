using System.Collections.Immutable;

namespace Igloo.Proving.Logic;

/// <summary>The symbols that formulas use, each in the order of first occurrence. Immutable.</summary>
public sealed class Signature
{
    private Signature(ImmutableArray<Sort> sorts, ImmutableArray<FunctionSymbol> functions)
    {
        Sorts = sorts;
        Functions = functions;
    }

    /// <summary>The uninterpreted sorts and enumerations.</summary>
    public ImmutableArray<Sort> Sorts { get; }

    /// <summary>The function symbols.</summary>
    public ImmutableArray<FunctionSymbol> Functions { get; }

    /// <summary>The uninterpreted sorts.</summary>
    public IEnumerable<Sort.Uninterpreted> UninterpretedSorts => Sorts.OfType<Sort.Uninterpreted>();

    /// <summary>Collects the symbols of formulas, in time linear in their shared parts.</summary>
    /// <exception cref="ArgumentException">One name stands for two different symbols.</exception>
    public static Signature Of(IEnumerable<Expression> formulas)
    {
        ArgumentNullException.ThrowIfNull(formulas);
        var collector = new Collector();
        foreach (var formula in formulas) collector.Visit(formula);
        return new([.. collector.Sorts.Values], [.. collector.Functions.Values]);
    }

    private sealed class Collector
    {
        private readonly HashSet<Expression> _visited = new(ReferenceEqualityComparer.Instance);

        internal OrderedDictionary<string, Sort> Sorts { get; } = [];

        internal OrderedDictionary<string, FunctionSymbol> Functions { get; } = [];

        internal void Visit(Expression root)
        {
            var pending = new Stack<Expression>();
            pending.Push(root);
            while (pending.TryPop(out var expression))
            {
                if (!_visited.Add(expression)) continue;
                Add(expression.Sort);
                if (expression is Expression.Application application) Add(application.Function);
                if (expression is Expression.Quantification quantification)
                    foreach (var variable in quantification.Variables) Add(variable.Sort);
                for (var i = expression.Operands.Length - 1; i >= 0; i--) pending.Push(expression.Operands[i]);
            }
        }

        private void Add(FunctionSymbol function)
        {
            if (!Functions.TryAdd(function.Name, function))
            {
                if (!Functions[function.Name].Equals(function))
                    throw new ArgumentException($"The name {function.Name} stands for {Functions[function.Name]} and for {function}.");
                return;
            }

            foreach (var sort in function.ArgumentSorts) Add(sort);
            Add(function.ResultSort);
        }

        private void Add(Sort sort)
        {
            if (sort is Sort.Boolean or Sort.Integer || Sorts.TryAdd(sort.Name, sort)) return;
            if (Sorts[sort.Name] != sort) throw new ArgumentException($"The name {sort.Name} stands for two different sorts.");
        }
    }
}
