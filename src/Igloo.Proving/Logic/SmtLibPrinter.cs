using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;

namespace Igloo.Proving.Logic;

/// <summary>
/// Queries in SMT-LIB 2.6. Parts that occur more than once are defined once, closed ones by <c>define-fun</c> and others
/// by <c>let</c> at the quantifier that binds them, so that the text is linear in the size of the query.
/// </summary>
internal sealed class SmtLibPrinter
{
    private readonly StringBuilder _text = new();
    private readonly SmtLibSymbols _symbols = new();
    private readonly ScopedMemory<string> _definitions = new();
    private readonly Dictionary<BoundVariable, string> _variables = [];

    internal static string Print(SatisfiabilityQuery query)
    {
        var printer = new SmtLibPrinter();
        printer.PrintQuery(query);
        return printer._text.ToString();
    }

    private void PrintQuery(SatisfiabilityQuery query)
    {
        _text.Append("(set-logic ALL)\n");
        var signature = Signature.Of(query.Formulas);
        foreach (var sort in signature.Sorts) Declare(sort);
        foreach (var function in signature.Functions)
        {
            _text.Append("(declare-fun ").Append(_symbols.Of(function)).Append(" (");
            _text.AppendJoin(' ', function.ArgumentSorts.Select(_symbols.Of)).Append(") ").Append(_symbols.Of(function.ResultSort)).Append(")\n");
        }

        var scope = new SharedParts(query.Formulas);
        foreach (var shared in scope.InOrder)
        {
            var body = Text(shared);
            var name = _symbols.Fresh("part");
            _text.Append("(define-fun ").Append(name).Append(" () ").Append(_symbols.Of(shared.Sort)).Append(' ').Append(body).Append(")\n");
            _definitions.Set(shared, name);
        }

        foreach (var formula in query.Formulas)
        {
            _text.Append("(assert ");
            _text.Append(Text(formula)).Append(")\n");
        }

        _text.Append("(check-sat)\n");
    }

    private void Declare(Sort sort)
    {
        if (sort is Sort.Enumeration enumeration)
        {
            _text.Append("(declare-datatypes ((").Append(_symbols.Of(sort)).Append(" 0)) ((");
            _text.AppendJoin(' ', enumeration.Constants.Select((_, i) => $"({_symbols.Of(enumeration, i)})")).Append(")))\n");
        }
        else
        {
            _text.Append("(declare-sort ").Append(_symbols.Of(sort)).Append(" 0)\n");
        }
    }

    private string Text(Expression expression)
    {
        var text = new StringBuilder();
        Write(expression, text);
        return text.ToString();
    }

    private void Write(Expression expression, StringBuilder text)
    {
        if (_definitions.TryGet(expression, out var definition))
        {
            text.Append(definition);
            return;
        }

        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (expression is Expression.Quantification quantification)
        {
            Write(quantification, text);
            return;
        }

        var head = Head(expression);
        if (expression.Operands.IsEmpty)
        {
            text.Append(head);
            return;
        }

        text.Append('(').Append(head);
        foreach (var operand in expression.Operands)
        {
            text.Append(' ');
            Write(operand, text);
        }

        text.Append(')');
    }

    private void Write(Expression.Quantification quantification, StringBuilder text)
    {
        var shadowed = quantification.Variables.Select(variable => _variables.GetValueOrDefault(variable)).ToArray();
        foreach (var variable in quantification.Variables) _variables[variable] = _symbols.Fresh(variable.Name);
        _definitions.Enter(quantification.Variables);
        text.Append('(').Append(SmtLibNames.Of(quantification.Quantifier)).Append(" (");
        text.AppendJoin(' ', quantification.Variables.Select(variable => $"({_variables[variable]} {_symbols.Of(variable.Sort)})")).Append(") ");
        var scope = new SharedParts(quantification);
        foreach (var shared in scope.InOrder)
        {
            var name = _symbols.Fresh("part");
            text.Append("(let ((").Append(name).Append(' ');
            Write(shared, text);
            text.Append(")) ");
            _definitions.Set(shared, name);
        }

        Write(quantification.Body, text);
        text.Append(')', scope.InOrder.Length + 1);
        _definitions.Leave();
        for (var i = 0; i < shadowed.Length; i++)
        {
            if (shadowed[i] is { } outer) _variables[quantification.Variables[i]] = outer;
            else _variables.Remove(quantification.Variables[i]);
        }
    }

    private string Head(Expression expression) => expression switch
    {
        Expression.BooleanLiteral literal => literal.Value ? "true" : "false",
        Expression.IntegerLiteral literal => literal.Value.Sign < 0
            ? $"(- {BigInteger.Negate(literal.Value).ToString(CultureInfo.InvariantCulture)})"
            : literal.Value.ToString(CultureInfo.InvariantCulture),
        Expression.EnumerationLiteral literal => _symbols.Of(literal.Enumeration, literal.Index),
        Expression.VariableOccurrence occurrence => _variables[occurrence.Variable],
        Expression.Application application => _symbols.Of(application.Function),
        Expression.Operation operation => SmtLibNames.Of(operation.Operator),
        _ => throw new InvalidOperationException($"Unknown expression {expression.GetType().Name}."),
    };
}
