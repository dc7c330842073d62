using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Igloo.CodeFixes;

/// <summary>
/// IGL1014: a loop that looks for an element and returns, followed by the opposite return, becomes a quantifier:
/// <c>foreach (var x in s) if (p) return false; return true;</c> is <c>return s.All(x =&gt; !(p));</c>.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LoopFix)), Shared]
public sealed class LoopFix : TypedCodeFix<ForEachStatementSyntax>
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["IGL1014"];

    private protected override string Title => "Use a quantifier";

    private protected override Func<SyntaxNode, SyntaxNode>? Replace(ForEachStatementSyntax node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation)
    {
        if (Forms.Only(node.Statement) is not IfStatementSyntax { Else: null } test
            || Returned(Forms.Only(test.Statement)) is not { } found
            || node.Parent is not BlockSyntax block
            || block.Statements.IndexOf(node) is var index && index + 1 >= block.Statements.Count
            || Returned(block.Statements[index + 1]) is not { } otherwise
            || found == otherwise)
        {
            return null;
        }

        var condition = test.Condition.WithoutTrivia();
        var collection = Forms.Receiver(node.Expression);
        var text = found
            ? $"return {collection}.Exists({node.Identifier.ValueText} => {condition});"
            : $"return {collection}.All({node.Identifier.ValueText} => !({condition}));";
        var statement = ParseStatement(text).WithLeadingTrivia(node.GetLeadingTrivia()).WithTrailingTrivia(block.Statements[index + 1].GetTrailingTrivia());
        var changed = block.WithStatements(List([.. block.Statements.Take(index), statement, .. block.Statements.Skip(index + 2)]));
        return root => root.ReplaceNode(block, changed);
    }

    private static bool? Returned(StatementSyntax? statement) => statement is ReturnStatementSyntax { Expression: LiteralExpressionSyntax literal }
        ? literal.Kind() switch { SyntaxKind.TrueLiteralExpression => true, SyntaxKind.FalseLiteralExpression => false, _ => null }
        : null;
}
