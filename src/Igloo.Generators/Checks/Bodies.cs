using Igloo.Generators.Translation;
using Microsoft.CodeAnalysis;

namespace Igloo.Generators.Checks;

/// <summary>The bodies of methods of this compilation.</summary>
internal static class Bodies
{
    public static IOperation? Of(UnitBuilder unit, IMethodSymbol method, CancellationToken cancellation) =>
        method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is { } syntax
            ? unit.ModelOf(syntax).GetOperation(syntax, cancellation)
            : null;
}
