using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Igloo.Generators.Translation;

/// <summary>One semantic model a file and compilation: each new one would bind the bodies that several units look into again.</summary>
internal static class SemanticModels
{
    // The table does not keep compilations alive.
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<SyntaxTree, SemanticModel>> Models = new();

    public static SemanticModel Of(SyntaxNode syntax, Compilation compilation) =>
        Models.GetValue(compilation, static _ => new ConcurrentDictionary<SyntaxTree, SemanticModel>())
            .GetOrAdd(syntax.SyntaxTree, tree => compilation.GetSemanticModel(tree));
}
