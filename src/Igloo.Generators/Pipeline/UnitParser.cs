using Igloo.Generators.Checks;
using Igloo.Generators.Translation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Igloo.Generators.Pipeline;

/// <summary>From syntax to the unit of a type: the only stage that sees symbols.</summary>
internal static class UnitParser
{
    /// <summary>Whether a declaration may be that of a root, judged without symbols.</summary>
    public static bool IsCandidate(SyntaxNode node) =>
        node is TypeDeclarationSyntax type
        && (type.BaseList is not null
            || type.AttributeLists.Count > 0
            || type.Members.Any(m => m.AttributeLists.Count > 0 || m is TypeDeclarationSyntax { Identifier.ValueText: "" }));

    public static ParsedUnit? Parse(GeneratorSyntaxContext context, CancellationToken cancellation)
    {
        // Of several parts of a type the first one speaks for it.
        if (context.SemanticModel.GetDeclaredSymbol(context.Node, cancellation) is not INamedTypeSymbol type
            || type.DeclaringSyntaxReferences.Select(r => r.GetSyntax(cancellation)).First(IsCandidate) != context.Node
            || !Roots.IsRoot(type))
        {
            return null;
        }

        var unit = new UnitBuilder(context.SemanticModel.Compilation, type, cancellation);
        var spec = new UnitSpec(HintName(type), unit.Build());
        unit.Include(() => ModelChecks.Of(unit, type, cancellation));
        return new ParsedUnit(spec, [.. unit.Findings]);
    }

    private static string HintName(INamedTypeSymbol type) =>
        Known.FullName(type).Replace('`', '-').Replace('+', '.') + ".terms.g.cs";
}
