using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Igloo.CodeFixes;

/// <summary>The forms of code that several fixes read and write.</summary>
internal static class Forms
{
    /// <summary>The statement itself or the only one of its block; null where a block has none or several.</summary>
    public static StatementSyntax? Only(StatementSyntax statement) =>
        statement is BlockSyntax block ? block.Statements.Count == 1 ? block.Statements[0] : null : statement;

    /// <summary>An expression as text before a dot, in parentheses where it needs them.</summary>
    public static string Receiver(ExpressionSyntax expression) =>
        expression is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or ThisExpressionSyntax or ParenthesizedExpressionSyntax
            ? expression.WithoutTrivia().ToString()
            : $"({expression.WithoutTrivia()})";
}
