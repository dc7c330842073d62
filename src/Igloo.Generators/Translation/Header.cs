using System.Collections.Immutable;
using Igloo.Generators.Diagnostics;
using Igloo.Generators.Notation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Igloo.Generators.Translation;

/// <summary>Declares model classes and theories.</summary>
internal static class Header
{
    /// <summary>The declaration of the root of a unit; null for types that are merely marked [Model].</summary>
    public static Node? Of(UnitBuilder unit, INamedTypeSymbol type, CancellationToken cancellation) =>
        Known.IsTheory(type) ? Theory(unit, type, cancellation)
        : Known.IsModelClass(type) ? Class(unit, type, cancellation)
        : null;

    private static Node Theory(UnitBuilder unit, INamedTypeSymbol type, CancellationToken cancellation)
    {
        var parameters = Members.AllTypeParameters(type).ToList();
        var bases = type.AllInterfaces.Where(i => !Known.IsTheoryBase(i)).Select(i => unit.Types.Of(Ty.Of(i), type.Locations[0], parameters));
        return Node.List([Node.Word("theory"), TypeNames.Definition(type), .. Place(unit, type, cancellation), .. bases]);
    }

    private static Node Class(UnitBuilder unit, INamedTypeSymbol type, CancellationToken cancellation)
    {
        var parameters = Members.AllTypeParameters(type).ToList();
        var primary = Members.PrimaryConstructor(type);
        if (primary is null && type.InstanceConstructors.Any(c => !c.IsImplicitlyDeclared && !c.Parameters.IsEmpty))
        {
            throw new UntranslatableException(new Finding(Descriptors.Constructor, type.Locations[0], type.Name));
        }

        var fields = primary?.Parameters ?? [];
        return Node.List([
            Node.Word("class"),
            TypeNames.Definition(type),
            .. Place(unit, type, cancellation),
            Node.List([Node.Word("fields"), .. fields.Select(p => Node.List(Node.Text(p.Name), unit.Types.Of(Ty.Of(p.Type), p.Locations[0], parameters)))]),
            Base(unit, type, fields, parameters, cancellation),
            Node.List([Node.Word("overrides"), .. Overrides(type).Select(o => Node.List(Node.Text(o.Slot), Node.Text(o.Key)))])]);
    }

    private static Node[] Place(UnitBuilder unit, INamedTypeSymbol type, CancellationToken cancellation) =>
    [
        Node.Text(SourceText.Path(type.Locations[0], unit.Compilation)),
        Node.Word(SourceText.Line(type.Locations[0]).ToString()),
        Node.Text(Documentation.Summary(type, cancellation)),
    ];

    private static Node Base(UnitBuilder unit, INamedTypeSymbol type, ImmutableArray<IParameterSymbol> fields, List<ITypeParameterSymbol> parameters, CancellationToken cancellation)
    {
        if (type.BaseType is not { } parent || !Known.IsModelClass(parent))
        {
            return Node.List(Node.Word("base"), Node.Missing, Node.List());
        }

        var translator = new FunctionTranslator(unit, parameters);
        var variables = fields.Select(p => translator.DeclareParameter(p, p.Locations[0])).ToArray();
        return Node.List([Node.Word("base"), unit.Types.Of(Ty.Of(parent), type.Locations[0], parameters), Node.List(variables), .. Arguments(unit, type, translator, cancellation)]);
    }

    private static List<Node> Arguments(UnitBuilder unit, INamedTypeSymbol type, FunctionTranslator translator, CancellationToken cancellation)
    {
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellation) is not TypeDeclarationSyntax { BaseList: { } list }
                || list.Types.OfType<PrimaryConstructorBaseTypeSyntax>().FirstOrDefault() is not { } call)
            {
                continue;
            }

            var model = unit.ModelOf(call);
            if (model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol constructor)
            {
                continue;
            }

            // Named arguments go to their parameters, others by position.
            return [.. constructor.Parameters.Select(parameter =>
            {
                var argument = call.ArgumentList.Arguments.FirstOrDefault(a => a.NameColon?.Name.Identifier.ValueText == parameter.Name)
                    ?? call.ArgumentList.Arguments[parameter.Ordinal];
                var operation = model.GetOperation(argument.Expression, cancellation)
                    ?? throw new UntranslatableException(new Finding(Descriptors.Expression, argument.GetLocation(), $"'{argument}'", "Pass values to the base class."));
                return translator.Body(operation, Ty.Of(parameter.Type));
            })];
        }

        return [];
    }

    private static IEnumerable<(string Slot, string Key)> Overrides(INamedTypeSymbol type)
    {
        foreach (var member in type.GetMembers())
        {
            if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary, IsOverride: true } or IPropertySymbol { IsOverride: true } && !Roots.IsUntyped(member))
            {
                yield return (Members.Key(Members.Slot(member)), Members.Key(member));
            }
        }

        foreach (var member in type.AllInterfaces.Where(Known.IsTheory).SelectMany(i => i.GetMembers()).Where(m => m is IMethodSymbol { MethodKind: MethodKind.Ordinary } or IPropertySymbol))
        {
            if (type.FindImplementationForInterfaceMember(member) is { } implementation && SymbolEqualityComparer.Default.Equals(implementation.ContainingType, type))
            {
                yield return (Members.Key(member), Members.Key(implementation));
            }
        }
    }
}
