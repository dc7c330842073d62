using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Igloo.CodeFixes;

/// <summary>IGL1101: inserts an arm for the forgotten event, which accepts it and changes nothing.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MissingArmFix)), Shared]
public sealed class MissingArmFix : TypedCodeFix<MethodDeclarationSyntax>
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["IGL1101"];

    private protected override string Title => "Add an arm for the event";

    private protected override Func<SyntaxNode, SyntaxNode>? Replace(MethodDeclarationSyntax node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation)
    {
        if (!diagnostic.Properties.TryGetValue("Event", out var name)
            || name is null
            || node.DescendantNodes().OfType<SwitchExpressionSyntax>().FirstOrDefault() is not { } @switch
            || node.ParameterList.Parameters.Count != 2)
        {
            return null;
        }

        var arms = @switch.Arms;
        var last = arms.IndexOf(a => a.Pattern is DiscardPatternSyntax);
        var at = last < 0 ? arms.Count : last;
        var sample = arms[Math.Min(at, arms.Count - 1)];
        var arm = SwitchExpressionArm(
                TypePattern(ParseTypeName(name)),
                IdentifierName(node.ParameterList.Parameters[0].Identifier.WithoutTrivia()))
            .NormalizeWhitespace()
            .WithLeadingTrivia(sample.GetLeadingTrivia())
            .WithTrailingTrivia(sample.GetTrailingTrivia());
        var separators = arms.GetSeparators().ToList();
        separators.Insert(Math.Min(at, separators.Count), separators.Count > 0 ? separators[0] : Token(Microsoft.CodeAnalysis.CSharp.SyntaxKind.CommaToken));
        var changed = @switch.WithArms(SeparatedList([.. arms.Take(at), arm, .. arms.Skip(at)], separators));
        return root => root.ReplaceNode(@switch, changed);
    }
}
