using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Igloo.Generators.Pipeline;

/// <summary>The declarations of types that may be roots, judged without symbols.</summary>
internal static class Candidates
{
    /// <summary>All candidates of a compilation, in the order of its files.</summary>
    public static List<TypeDeclarationSyntax> Of(Compilation compilation, CancellationToken cancellation)
    {
        var found = new List<TypeDeclarationSyntax>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            cancellation.ThrowIfCancellationRequested();
            Collect(((CompilationUnitSyntax)tree.GetRoot(cancellation)).Members, found);
        }

        return found;
    }

    /// <summary>Whether a part of a type is a candidate.</summary>
    public static bool Contain(SyntaxNode part) =>
        part is TypeDeclarationSyntax type
        && (type.BaseList is not null
            || type.AttributeLists.Count > 0
            || type.Members.Any(m => m.AttributeLists.Count > 0 || m is TypeDeclarationSyntax { Identifier.ValueText: "" }));

    // Types are declared in namespaces and types alone: bodies need not be looked into.
    private static void Collect(SyntaxList<MemberDeclarationSyntax> members, List<TypeDeclarationSyntax> found)
    {
        foreach (var member in members)
        {
            if (member is BaseNamespaceDeclarationSyntax space)
            {
                Collect(space.Members, found);
            }
            else if (member is TypeDeclarationSyntax type)
            {
                if (Contain(type))
                {
                    found.Add(type);
                }

                Collect(type.Members, found);
            }
        }
    }
}
