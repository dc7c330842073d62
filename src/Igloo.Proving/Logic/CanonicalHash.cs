using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace Igloo.Proving.Logic;

/// <summary>
/// Hashes of closed formulas up to renaming of bound variables, sharing, and order of the formulas. A formula is numbered
/// part by part, equal parts alike, with bound variables as the depth of their binder; the list of parts is hashed.
/// </summary>
internal sealed class CanonicalHash
{
    private static readonly ConditionalWeakTable<Expression, string> Known = [];

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly StringBuilder _text = new();
    private readonly ScopedMemory<int> _memory = new();
    private readonly Dictionary<BoundVariable, int> _depths = [];
    private int _depth;

    internal static string Of(ImmutableArray<Expression> formulas)
    {
        var hashes = formulas.Select(formula => Known.GetValue(formula, Hash)).Order(StringComparer.Ordinal).Distinct();
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', hashes))));
    }

    private static string Hash(Expression formula)
    {
        var canonical = new CanonicalHash();
        canonical.Number(formula);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical._text.ToString())));
    }

    private int Number(Expression expression)
    {
        if (_memory.TryGet(expression, out var known)) return known;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var number = expression is Expression.Quantification quantification ? Bind(quantification) : NumberOf(Head(expression), expression.Operands);
        _memory.Set(expression, number);
        return number;
    }

    private int Bind(Expression.Quantification quantification)
    {
        // A closed formula is numbered alike wherever it occurs, so its variables count from 0 again.
        var outerDepth = _depth;
        if (quantification.FreeVariables.IsEmpty) _depth = 0;
        var shadowed = quantification.Variables.Select(variable => (variable, Found: _depths.TryGetValue(variable, out var depth), Depth: depth)).ToArray();
        foreach (var variable in quantification.Variables) _depths[variable] = _depth++;
        _memory.Enter(quantification.Variables);
        var head = $"{quantification.Quantifier}({string.Join(',', quantification.Variables.Select(variable => Text(variable.Sort)))})";
        var number = NumberOf(head, quantification.Operands);
        _memory.Leave();
        foreach (var (variable, found, depth) in shadowed)
        {
            if (found) _depths[variable] = depth;
            else _depths.Remove(variable);
        }

        _depth = outerDepth;
        return number;
    }

    private int NumberOf(string head, ImmutableArray<Expression> operands)
    {
        var part = operands.IsEmpty ? head : $"{head}[{string.Join(',', operands.Select(Number))}]";
        if (_numbers.TryGetValue(part, out var number)) return number;
        _numbers.Add(part, _numbers.Count);
        _text.Append(part).Append('\n');
        return _numbers.Count - 1;
    }

    private string Head(Expression expression) => expression switch
    {
        Expression.BooleanLiteral literal => literal.Value ? "true" : "false",
        Expression.IntegerLiteral literal => $"int {literal.Value}",
        Expression.EnumerationLiteral literal => $"constant {literal.Index} of {Text(literal.Enumeration)}",
        Expression.VariableOccurrence occurrence => $"variable {_depths[occurrence.Variable]} of {Text(occurrence.Sort)}",
        Expression.Application application =>
            $"apply {Quoted(application.Function.Name)}({string.Join(',', application.Function.ArgumentSorts.Select(Text))}){Text(application.Sort)}",
        Expression.Operation operation => operation.Operator.ToString(),
        _ => throw new InvalidOperationException($"Unknown expression {expression.GetType().Name}."),
    };

    private static string Text(Sort sort) => sort is Sort.Enumeration enumeration
        ? $"{Quoted(sort.Name)}{{{string.Join(',', enumeration.Constants.Select(Quoted))}}}"
        : sort is Sort.Uninterpreted ? Quoted(sort.Name) : sort.Name;

    /// <remarks>The length comes first, so that no choice of names makes two different lists of parts read alike.</remarks>
    private static string Quoted(string name) => $"{name.Length}'{name}'";
}
