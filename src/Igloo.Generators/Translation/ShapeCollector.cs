using System.Collections.Immutable;
using Igloo.Generators.Diagnostics;
using Igloo.Generators.Notation;
using Microsoft.CodeAnalysis;

namespace Igloo.Generators.Translation;

/// <summary>Collects the data types that a unit mentions and declares their shapes.</summary>
/// <param name="assembly">The assembly that is compiled; others declare their own types.</param>
/// <param name="owner">The model whose nested types this unit declares, mentioned or not; null if there is none.</param>
internal sealed class ShapeCollector(IAssemblySymbol assembly, INamedTypeSymbol? owner)
{
    private readonly SortedDictionary<string, Node> declared = new(StringComparer.Ordinal);
    private readonly HashSet<ISymbol> seen = new(SymbolEqualityComparer.Default);
    private readonly List<Node> foreign = [];

    public IEnumerable<Node> Declarations => declared.Values;

    /// <summary>What data types of other assemblies are made of: a library of types only has no units that mention it.</summary>
    public IEnumerable<Node> ForeignParts => foreign;

    /// <summary>Declares a type unless another unit or assembly does.</summary>
    /// <returns>Whether it has a shape.</returns>
    /// <exception cref="UntranslatableException">It looks like data but has a shape that terms do not have.</exception>
    public bool Add(INamedTypeSymbol type, Location at)
    {
        var definition = type.OriginalDefinition;
        if (!SymbolEqualityComparer.Default.Equals(definition.ContainingAssembly, assembly))
        {
            var isData = Known.IsSort(definition) || definition.TypeKind == TypeKind.Enum || Known.IsRecord(definition);
            if (isData && seen.Add(type))
            {
                CollectParts(type, at);
            }

            return isData;
        }

        if (definition is not { TypeKind: TypeKind.Enum } and not { IsRecord: true } && !Known.IsSort(definition))
        {
            return false;
        }

        // The unit of the model around a nested type declares it, so that others need not repeat it.
        if (IsDeclaredElsewhere(definition) || !seen.Add(definition))
        {
            return true;
        }

        declared[Known.FullName(definition)] = Declare(definition, Place(definition, at));
        return true;
    }

    private static Location Place(ISymbol symbol, Location otherwise) =>
        symbol.Locations.FirstOrDefault(l => l.IsInSource) ?? otherwise;

    private void CollectParts(INamedTypeSymbol type, Location at)
    {
        var names = new TypeNames(this);
        var fields = type.GetMembers().OfType<IPropertySymbol>().Where(p => p is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public }).Select(p => p.Type);
        foreach (var part in fields.Concat(type.GetTypeMembers().Where(t => Known.Derives(t, type))))
        {
            try
            {
                foreign.Add(names.Of(Ty.Of(part), at, []));
            }
            catch (UntranslatableException)
            {
                // A type that terms do not have, or one of a generic definition.
            }
        }
    }

    private bool IsDeclaredElsewhere(INamedTypeSymbol type)
    {
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            if (Known.IsModelClass(outer) || Known.IsTheory(outer))
            {
                return !SymbolEqualityComparer.Default.Equals(outer, owner);
            }
        }

        return false;
    }

    private Node Declare(INamedTypeSymbol type, Location at)
    {
        var name = TypeNames.Definition(type);
        if (!Members.HasSynthesizedEquality(type))
        {
            // Sets, maps and fields compare as well, so it matters even where no == is in sight.
            throw new UntranslatableException(new Finding(Descriptors.Equality, at, type.Name, "Remove its Equals, or compare by a function of your own."));
        }

        if (Known.IsSort(type))
        {
            return Node.List(Node.Word("sort"), name);
        }

        if (type.TypeKind == TypeKind.Enum)
        {
            return Node.List([Node.Word("enum"), name, .. type.GetMembers().OfType<IFieldSymbol>().Where(f => f.IsConst).Select(f => Node.Text(f.Name))]);
        }

        return Known.IsUnion(type) ? DeclareUnion(type, name, at) : DeclareRecord(type, name, at);
    }

    private Node DeclareUnion(INamedTypeSymbol type, Node name, Location at)
    {
        if (Members.PrimaryConstructor(type) is { Parameters.IsEmpty: false })
        {
            throw new UntranslatableException(new Finding(Descriptors.BaseFields, at, type.Name));
        }

        RejectStoredMembers(type);
        var names = new TypeNames(this);
        var parameters = Members.AllTypeParameters(type).ToList();
        var cases = type.GetTypeMembers().Where(t => Known.Derives(t, type)).ToList();
        foreach (var c in cases)
        {
            if (!c.IsSealed)
            {
                throw new UntranslatableException(new Finding(Descriptors.OpenCase, Place(c, at), c.Name, type.Name));
            }
        }

        if (Siblings(type).FirstOrDefault(t => Known.Derives(t, type)) is { } outsider)
        {
            throw new UntranslatableException(new Finding(Descriptors.OpenCase, Place(outsider, at), outsider.Name, type.Name));
        }

        return Node.List([Node.Word("union"), name, .. cases.Select(c => names.Of(Ty.Of(c), Place(c, at), parameters))]);
    }

    private static ImmutableArray<INamedTypeSymbol> Siblings(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? outer.GetTypeMembers() : type.ContainingNamespace.GetTypeMembers();

    private Node DeclareRecord(INamedTypeSymbol type, Node name, Location at)
    {
        if (!type.IsSealed && type.TypeKind == TypeKind.Class)
        {
            throw new UntranslatableException(new Finding(Descriptors.OpenRecord, at, type.Name));
        }

        RejectStoredMembers(type);
        var names = new TypeNames(this);
        var parameters = Members.AllTypeParameters(type).ToList();
        var fields = new List<Node> { Node.Word("record"), name };
        foreach (var parameter in Members.PrimaryConstructor(type)?.Parameters ?? [])
        {
            var field = new List<Node> { Node.Text(parameter.Name), names.Of(Ty.Of(parameter.Type), Place(parameter, at), parameters) };
            if (Known.Has(parameter, Known.GhostAttribute) || type.GetMembers(parameter.Name).Any(m => Known.Has(m, Known.GhostAttribute)))
            {
                field.Add(Node.Word("g"));
            }

            fields.Add(Node.List(field));
        }

        return Node.List(fields);
    }

    private static void RejectStoredMembers(INamedTypeSymbol type)
    {
        foreach (var field in type.GetMembers().OfType<IFieldSymbol>())
        {
            if (field.IsStatic || field.IsConst || (field.AssociatedSymbol is IPropertySymbol property && Members.IsPositional(property)))
            {
                continue;
            }

            var place = field.AssociatedSymbol ?? field;
            throw new UntranslatableException(new Finding(Descriptors.RecordMember, place.Locations[0], place.Name));
        }
    }
}
