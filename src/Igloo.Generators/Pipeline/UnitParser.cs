using Igloo.Generators.Checks;
using Igloo.Generators.Notation;
using Igloo.Generators.Translation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Igloo.Generators.Pipeline;

/// <summary>From a compilation to the units of its roots: the only stage that sees symbols.</summary>
/// <remarks>
/// Every edit translates every root again, because any file may be one that a root calls into: what did not change is told from
/// the text of its unit. The roots are independent of each other, so that they share the processors. Results are told apart by
/// their place in the order: a new root has those after it written again, with the text that they had.
/// </remarks>
internal static class UnitParser
{
    /// <summary>The units of all roots, in the order of the files.</summary>
    public static IEnumerable<ParsedUnit> ParseAll(Compilation compilation, CancellationToken cancellation)
    {
        var candidates = Candidates.Of(compilation, cancellation);
        var units = new ParsedUnit?[candidates.Count];
        Parallel.For(0, units.Length, new ParallelOptions { CancellationToken = cancellation }, i => units[i] = Parse(candidates[i], compilation, cancellation));
        return units.OfType<ParsedUnit>();
    }

    private static ParsedUnit? Parse(TypeDeclarationSyntax declaration, Compilation compilation, CancellationToken cancellation)
    {
        // Of several parts of a type the first one speaks for it.
        if (SemanticModels.Of(declaration, compilation).GetDeclaredSymbol(declaration, cancellation) is not INamedTypeSymbol type
            || type.DeclaringSyntaxReferences.Select(r => r.GetSyntax(cancellation)).First(Candidates.Contain) != declaration
            || !Roots.IsRoot(type))
        {
            return null;
        }

        var unit = new UnitBuilder(compilation, type, cancellation);
        var declarations = unit.Build();
        var spec = new UnitSpec(HintName(type), UnitWriter.Write(declarations), ReflectedTypes.Of(declarations.Concat(unit.ForeignParts)));
        unit.Include(() => ModelChecks.Of(unit, type, cancellation));
        return new ParsedUnit(spec, [.. unit.Findings]);
    }

    private static string HintName(INamedTypeSymbol type) =>
        Known.FullName(type).Replace('`', '-').Replace('+', '.') + ".terms.g.cs";
}
