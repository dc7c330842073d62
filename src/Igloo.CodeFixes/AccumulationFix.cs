using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Igloo.CodeFixes;

/// <summary>
/// IGL1014: a loop over a domain that adds to a set that a local holds becomes a bulk update:
/// <c>var r = s; foreach (var x in all) if (p) r = r.Add(x);</c> is <c>var r = s.AddWhere(all, x =&gt; p);</c>.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AccumulationFix)), Shared]
public sealed class AccumulationFix : TypedCodeFix<ForEachStatementSyntax>
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["IGL1014"];

    private protected override string Title => "Use a bulk update";

    private protected override Func<SyntaxNode, SyntaxNode>? Replace(ForEachStatementSyntax node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation)
    {
        var body = Forms.Only(node.Statement);
        var condition = "true";
        if (body is IfStatementSyntax { Else: null } test)
        {
            condition = test.Condition.WithoutTrivia().ToString();
            body = Forms.Only(test.Statement);
        }

        if (body is not ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: IdentifierNameSyntax target, Right: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax source, Name.Identifier.ValueText: "Add" }, ArgumentList.Arguments: { Count: 1 } arguments } } }
            || target.Identifier.ValueText != source.Identifier.ValueText
            || arguments[0].Expression is not IdentifierNameSyntax element
            || element.Identifier.ValueText != node.Identifier.ValueText
            || model.GetTypeInfo(node.Expression, cancellation).Type is not INamedTypeSymbol { Name: "Domain" }
            || node.Parent is not BlockSyntax block
            || Before(block, node) is not { } declaration
            || declaration.Declaration.Variables is not { Count: 1 } variables
            || variables[0] is not { Initializer: { } initializer } variable
            || variable.Identifier.ValueText != target.Identifier.ValueText
            || Mentions(node.Statement, target, apartFrom: 2)
            || Mentions(node.Expression, target, apartFrom: 0))
        {
            return null;
        }

        var value = ParseExpression($"{Forms.Receiver(initializer.Value)}.AddWhere({node.Expression}, {node.Identifier.ValueText} => {condition})");
        var changed = declaration.ReplaceNode(initializer.Value, value);
        var index = block.Statements.IndexOf(node);
        return root => root.ReplaceNode(block, block.WithStatements(List([.. block.Statements.Take(index - 1), changed, .. block.Statements.Skip(index + 1)])));
    }

    // What depends on the set that grows is no bulk update of the one at the start.
    private static bool Mentions(SyntaxNode code, IdentifierNameSyntax variable, int apartFrom) =>
        code.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Count(n => n.Identifier.ValueText == variable.Identifier.ValueText) > apartFrom;

    private static LocalDeclarationStatementSyntax? Before(BlockSyntax block, StatementSyntax statement)
    {
        var index = block.Statements.IndexOf(statement);
        return index > 0 ? block.Statements[index - 1] as LocalDeclarationStatementSyntax : null;
    }
}
