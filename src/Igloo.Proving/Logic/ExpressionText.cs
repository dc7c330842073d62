using System.Text;

namespace Igloo.Proving.Logic;

/// <summary>Expressions as text for messages and debuggers.</summary>
internal static class ExpressionText
{
    private const int LongestText = 600;

    internal static string Abbreviated(Expression expression)
    {
        var text = new StringBuilder();
        Write(expression, text);
        return text.ToString();
    }

    private static void Write(Expression expression, StringBuilder text)
    {
        if (text.Length > LongestText)
        {
            text.Append('…');
            return;
        }

        switch (expression)
        {
            case Expression.Quantification quantification:
                text.Append('(').Append(SmtLibNames.Of(quantification.Quantifier)).Append(" (");
                text.AppendJoin(' ', quantification.Variables.Select(variable => $"({variable.Name} {variable.Sort})"));
                text.Append(") ");
                Write(quantification.Body, text);
                text.Append(')');
                break;
            case { Operands.IsEmpty: true }:
                text.Append(Head(expression));
                break;
            default:
                text.Append('(').Append(Head(expression));
                foreach (var operand in expression.Operands)
                {
                    text.Append(' ');
                    Write(operand, text);
                }

                text.Append(')');
                break;
        }
    }

    private static string Head(Expression expression) => expression switch
    {
        Expression.BooleanLiteral literal => literal.Value ? "true" : "false",
        Expression.IntegerLiteral literal => literal.Value.ToString(),
        Expression.EnumerationLiteral literal => literal.Enumeration.Constants[literal.Index],
        Expression.VariableOccurrence occurrence => occurrence.Variable.Name,
        Expression.Application application => application.Function.Name,
        Expression.Operation operation => SmtLibNames.Of(operation.Operator),
        _ => throw new InvalidOperationException($"Unknown expression {expression.GetType().Name}."),
    };
}
