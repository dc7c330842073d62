using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Igloo.CodeFixes;

/// <summary>A fix that replaces one node around the place of a diagnostic.</summary>
/// <typeparam name="TNode">The kind of node that is replaced.</typeparam>
public abstract class TypedCodeFix<TNode> : CodeFixProvider
    where TNode : SyntaxNode
{
    private protected TypedCodeFix()
    {
    }

    /// <summary>What the user reads in the menu.</summary>
    private protected abstract string Title { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            var node = root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            for (var candidate = node; candidate is not null && root is not null && model is not null; candidate = candidate.Parent)
            {
                if (candidate is TNode typed)
                {
                    if (Replace(typed, diagnostic, model, context.CancellationToken) is { } edit)
                    {
                        var changed = context.Document.WithSyntaxRoot(edit(root));
                        context.RegisterCodeFix(CodeAction.Create(Title, _ => Task.FromResult(changed), Title), diagnostic);
                    }

                    break;
                }
            }
        }
    }

    /// <summary>The edit of the file, or null if this code is not of the form that the fix knows.</summary>
    private protected abstract Func<SyntaxNode, SyntaxNode>? Replace(TNode node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation);
}
