using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Igloo.CodeFixes;

/// <summary>IGL1015: LINQ's Any becomes the collection's Exists.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LinqFix)), Shared]
public sealed class LinqFix : TypedCodeFix<InvocationExpressionSyntax>
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["IGL1015"];

    private protected override string Title => "Use the operation of the collection";

    private protected override Func<SyntaxNode, SyntaxNode>? Replace(InvocationExpressionSyntax node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation)
    {
        if (node.Expression is not MemberAccessExpressionSyntax { Name: SimpleNameSyntax { Identifier.ValueText: "Any" } name } access)
        {
            return null;
        }

        // Any() without a predicate asks for an element: !IsEmpty.
        SyntaxNode replacement = node.ArgumentList.Arguments.Count == 1
            ? node.WithExpression(access.WithName(IdentifierName("Exists").WithTriviaFrom(name)))
            : PrefixUnaryExpression(Microsoft.CodeAnalysis.CSharp.SyntaxKind.LogicalNotExpression, access.WithName(IdentifierName("IsEmpty"))).WithTriviaFrom(node);
        return root => root.ReplaceNode(node, replacement);
    }
}
