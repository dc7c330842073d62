using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Igloo.CodeFixes;

/// <summary>IGL1002 on a spread element: <c>[.. s, x]</c> of a set becomes <c>s.Union(Set&lt;T&gt;.Of(x))</c>, of a sequence Concat.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SpreadFix)), Shared]
public sealed class SpreadFix : TypedCodeFix<CollectionExpressionSyntax>
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["IGL1002"];

    private protected override string Title => "Write the operations of the collection";

    private protected override Func<SyntaxNode, SyntaxNode>? Replace(CollectionExpressionSyntax node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation)
    {
        if (model.GetTypeInfo(node, cancellation).ConvertedType is not INamedTypeSymbol { Name: "Set" or "Seq" or "Bag", ContainingNamespace.Name: "Values" } type)
        {
            return null;
        }

        var name = type.ToMinimalDisplayString(model, node.SpanStart);
        var join = type.Name == "Seq" ? "Concat" : "Union";
        var parts = new List<string>();
        var singles = new List<string>();
        foreach (var element in node.Elements)
        {
            if (element is SpreadElementSyntax spread)
            {
                Flush(parts, singles, name);
                parts.Add(Forms.Receiver(spread.Expression));
            }
            else
            {
                singles.Add(element.ToString());
            }
        }

        Flush(parts, singles, name);
        var text = parts.Skip(1).Aggregate(parts[0], (joined, part) => $"{joined}.{join}({part})");
        return root => root.ReplaceNode(node, ParseExpression(text).WithTriviaFrom(node));
    }

    private static void Flush(List<string> parts, List<string> singles, string type)
    {
        if (singles.Count > 0)
        {
            parts.Add($"{type}.Of({string.Join(", ", singles)})");
            singles.Clear();
        }
    }
}
