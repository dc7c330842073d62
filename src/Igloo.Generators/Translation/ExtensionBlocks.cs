using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Igloo.Generators.Translation;

/// <summary>C# 14 extension blocks. The parameter is found by syntax: its place in the object model differs between compilers.</summary>
internal static class ExtensionBlocks
{
    public static IParameterSymbol? Parameter(INamedTypeSymbol block, Compilation compilation, CancellationToken cancellation) =>
        block.OriginalDefinition.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is TypeDeclarationSyntax { ParameterList.Parameters: [var parameter, ..] }
            ? SemanticModels.Of(parameter, compilation).GetDeclaredSymbol(parameter, cancellation)
            : null;
}
