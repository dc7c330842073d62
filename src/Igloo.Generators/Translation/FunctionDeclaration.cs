using Igloo.Generators.Diagnostics;
using Igloo.Generators.Notation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Igloo.Generators.Translation;

/// <summary>Declares functions: methods, computed properties, read-only fields.</summary>
internal static class FunctionDeclaration
{
    public static Node Of(UnitBuilder unit, ISymbol member, CancellationToken cancellation)
    {
        var at = member.Locations[0];
        var declaring = Members.DeclaringType(member);
        var translator = new FunctionTranslator(unit, [.. Members.TypeParameters(member)]);
        var receiver = Node.Missing;
        var parameters = new List<Node>();
        if (Members.IsExtensionBlock(member.ContainingType))
        {
            if (!member.IsStatic && ExtensionBlocks.Parameter(member.ContainingType, unit.Compilation, cancellation) is { } extended)
            {
                parameters.Add(translator.DeclareParameter(extended, at));
            }
        }
        else if (!member.IsStatic)
        {
            receiver = translator.DeclareReceiver(new Ty(declaring, false));
        }

        foreach (var parameter in member is IMethodSymbol method ? method.Parameters : [])
        {
            if (parameter.RefKind is not (RefKind.None or RefKind.In) || parameter.IsParams)
            {
                throw new UntranslatableException(new Finding(Descriptors.Statement, parameter.Locations[0], $"The parameter '{parameter.Name}'", "Take and return values; list arguments one by one."));
            }

            parameters.Add(translator.DeclareParameter(parameter, parameter.Locations[0]));
        }

        var result = Ty.Of(ResultType(member, at));
        var body = Body(unit, member, cancellation) is { } operation ? translator.Body(operation, result) : Node.Missing;
        return Node.List(
            Node.Word("fun"),
            Node.Text(Members.Key(member)),
            TypeNames.Definition(declaring),
            Node.Text(member.Name),
            Node.Word(Role(member)),
            receiver,
            Node.List(parameters),
            translator.TypeNode(result, at),
            Node.Text(Documentation.Summary(member, cancellation)),
            Node.Text(SourceText.Path(at, unit.Compilation)),
            Node.Word(SourceText.Line(at).ToString()),
            body);
    }

    private static ITypeSymbol ResultType(ISymbol member, Location at) => member switch
    {
        IMethodSymbol { ReturnsVoid: false, IsAsync: false } method => method.ReturnType,
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        _ => throw new UntranslatableException(new Finding(Descriptors.Statement, at, $"'{member.Name}' without a result", "A function of a model returns a value.")),
    };

    private static string Role(ISymbol member)
    {
        if (Known.RoleByAttribute(member) is { } role)
        {
            return role;
        }

        if (Known.IsTheory(member.ContainingType) && member.IsAbstract)
        {
            return "Symbol";
        }

        var slot = Members.Slot(member);
        return Known.FullName(slot.ContainingType) == "Igloo.Models.EventSystem`2" && slot.Name is "Next" or "Initial" ? slot.Name : "Auxiliary";
    }

    /// <summary>What is translated; null where the member has no body.</summary>
    private static IOperation? Body(UnitBuilder unit, ISymbol member, CancellationToken cancellation)
    {
        if (member.IsAbstract)
        {
            return null;
        }

        var declared = (member is IPropertySymbol { GetMethod: { } getter } ? getter.DeclaringSyntaxReferences.FirstOrDefault() : null)
            ?? member.DeclaringSyntaxReferences.FirstOrDefault();
        var syntax = declared?.GetSyntax(cancellation);
        var body = syntax switch
        {
            ArrowExpressionClauseSyntax or MethodDeclarationSyntax => syntax,
            AccessorDeclarationSyntax { Body: null, ExpressionBody: null, Parent.Parent: PropertyDeclarationSyntax { Initializer: { } initializer } }
                when member is IPropertySymbol { SetMethod: null } => initializer,
            AccessorDeclarationSyntax { Body: null, ExpressionBody: null } => null,
            AccessorDeclarationSyntax => syntax,
            PropertyDeclarationSyntax { ExpressionBody: { } arrow } => arrow,
            VariableDeclaratorSyntax { Initializer: { } initializer } => initializer,
            _ => null,
        };
        if (body is null || unit.ModelOf(body).GetOperation(body, cancellation) is not { } operation)
        {
            throw new UntranslatableException(new Finding(Descriptors.Expression, member.Locations[0], $"'{member.Name}'", "Give it a body: an expression, or statements that return a value."));
        }

        // A virtual member that only throws has to be overridden: it has no value of its own.
        return member.IsVirtual && OnlyThrows(operation) ? null : operation;
    }

    private static bool OnlyThrows(IOperation body)
    {
        var block = body switch
        {
            IMethodBodyOperation method => method.BlockBody ?? method.ExpressionBody,
            IBlockOperation b => b,
            _ => null,
        };
        if (block is not { Operations: [var only] })
        {
            return false;
        }

        var value = only is IReturnOperation { ReturnedValue: { } returned } ? returned : only is IExpressionStatementOperation statement ? statement.Operation : only;
        while (value is IConversionOperation conversion)
        {
            value = conversion.Operand;
        }

        return value is IThrowOperation;
    }
}
