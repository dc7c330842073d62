using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Igloo.Proving.Logic;

/// <summary>
/// The composite parts that occur more than once and belong to one scope: to the root those without free variables, to a
/// quantifier those that mention its variables but none bound further inside.
/// </summary>
internal sealed class SharedParts
{
    private readonly ImmutableArray<BoundVariable> _variables;
    private readonly Dictionary<Expression, int> _occurrences = new(ReferenceEqualityComparer.Instance);
    private readonly List<Expression> _inOrder = [];
    private readonly Stack<ImmutableArray<BoundVariable>> _inner = new();

    internal SharedParts(ImmutableArray<Expression> formulas)
    {
        _variables = [];
        foreach (var formula in formulas) Visit(formula);
        InOrder = [.. _inOrder.Where(part => _occurrences[part] > 1)];
    }

    internal SharedParts(Expression.Quantification quantification)
    {
        _variables = quantification.Variables;
        Visit(quantification.Body);
        InOrder = [.. _inOrder.Where(part => _occurrences[part] > 1)];
    }

    /// <summary>The parts, each after those that it contains.</summary>
    internal ImmutableArray<Expression> InOrder { get; }

    private void Visit(Expression part)
    {
        if (part.Operands.IsEmpty) return;
        var belongs = Belongs(part);
        if (_occurrences.TryGetValue(part, out var count))
        {
            if (belongs) _occurrences[part] = count + 1;
            return;
        }

        RuntimeHelpers.EnsureSufficientExecutionStack();
        _occurrences.Add(part, belongs ? 1 : 0);
        // What holds no variable of this scope belongs further out, and so do all its parts.
        if (!_variables.IsEmpty && !part.FreeVariables.Any(variable => _variables.Contains(variable))) return;
        var quantification = part as Expression.Quantification;
        if (quantification is not null) _inner.Push(quantification.Variables);
        foreach (var operand in part.Operands) Visit(operand);
        if (quantification is not null) _inner.Pop();
        if (belongs) _inOrder.Add(part);
    }

    private bool Belongs(Expression part) =>
        _variables.IsEmpty
            ? part.FreeVariables.IsEmpty
            : part.FreeVariables.Any(variable => _variables.Contains(variable))
              && !part.FreeVariables.Any(variable => _inner.Any(inner => inner.Contains(variable)));
}
