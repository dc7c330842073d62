using Igloo.Generators.Diagnostics;
using Igloo.Generators.Translation;
using Microsoft.CodeAnalysis;

namespace Igloo.Generators.Checks;

/// <summary>Each event of a component is internal, or passes exactly what its I/O operation takes and returns.</summary>
internal static class SignatureCheck
{
    public static IEnumerable<Finding> Of(INamedTypeSymbol events)
    {
        foreach (var c in events.OriginalDefinition.GetTypeMembers().Where(t => Known.Derives(t, events.OriginalDefinition)))
        {
            var operation = Operation(c);
            var isInternal = Known.Has(c, Known.InternalAttribute);
            if (operation is null != isInternal)
            {
                yield return new Finding(Descriptors.IoMark, c.Locations[0], c.Name, isInternal ? "both marks" : "no mark");
                continue;
            }

            if (operation is not null && Members.PrimaryConstructor(c) is var constructor && Types(operation) is var (output, input))
            {
                var parameters = constructor?.Parameters.Where(p => !Known.Has(p, Known.GhostAttribute)).ToList() ?? [];
                if (Mismatch(parameters, isInput: false, output) is { } passed)
                {
                    yield return new Finding(Descriptors.IoSignature, c.Locations[0], c.Name, "the output " + passed, operation.Name, Text(output));
                }
                else if (Mismatch(parameters, isInput: true, input) is { } got)
                {
                    yield return new Finding(Descriptors.IoSignature, c.Locations[0], c.Name, "the input " + got, operation.Name, Text(input));
                }
            }
        }
    }

    /// <summary>The operation of an I/O event; null of other events.</summary>
    public static ITypeSymbol? Operation(INamedTypeSymbol @case) => @case.GetAttributes()
        .Select(a => a.AttributeClass)
        .FirstOrDefault(a => Known.FullName(a) == "Igloo.Components.IoAttribute`1")?.TypeArguments[0];

    private static (ITypeSymbol Output, ITypeSymbol Input)? Types(ITypeSymbol operation)
    {
        for (var t = operation.BaseType; t is not null; t = t.BaseType)
        {
            if (Known.FullName(t) == "Igloo.Components.IoOperation`2")
            {
                return (t.TypeArguments[0], t.TypeArguments[1]);
            }
        }

        return null;
    }

    /// <summary>What the event passes if it is not what the operation has.</summary>
    private static string? Mismatch(List<IParameterSymbol> parameters, bool isInput, ITypeSymbol wanted)
    {
        var types = parameters.Where(p => Known.Has(p, Known.InputAttribute) == isInput).Select(p => p.Type).ToList();
        var fits = types switch
        {
            [] => Known.FullName(wanted) == "Igloo.Components.Unit",
            [var single] => SymbolEqualityComparer.Default.Equals(single, wanted),
            _ => wanted is INamedTypeSymbol { IsTupleType: true } tuple
                && tuple.TupleElements.Length == types.Count
                && tuple.TupleElements.Zip(types, (e, t) => SymbolEqualityComparer.Default.Equals(e.Type, t)).All(same => same),
        };
        return fits ? null : "(" + string.Join(", ", types.Select(Text)) + ")";
    }

    private static string Text(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}
