using Igloo.Generators.Diagnostics;
using Igloo.Generators.Notation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Igloo.Generators.Translation;

/// <content>Conversions between the type of a value and the type of its place.</content>
internal sealed partial class FunctionTranslator
{
    private Expr Conversion(IConversionOperation conversion, Ty? expected)
    {
        var target = Ty.Of(conversion.Type!);
        if (conversion.OperatorMethod is { } method && !Known.IsBigInteger(method.ContainingType))
        {
            throw Reject(Descriptors.Call, conversion, method.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat), "User-defined conversions are not translated; call a function.");
        }

        if (conversion.IsTryCast)
        {
            throw Reject(Descriptors.Expression, conversion, "'as'", "Use a pattern: value is Case c.");
        }

        var operand = conversion.Operand;
        if (operand.Type is { } from && Known.IsInteger(from) && !Known.IsInteger(target.Symbol))
        {
            throw Reject(Descriptors.Expression, conversion, $"The conversion '{Quote(conversion)}'", "Integers are int, long and BigInteger.");
        }

        if (target.Symbol is { SpecialType: SpecialType.System_Object })
        {
            // Only equality takes objects, and it looks at the values themselves.
            return Value(operand, null);
        }

        var isExplicit = !conversion.Conversion.IsImplicit;
        if (isExplicit && conversion.Conversion.IsNumeric)
        {
            throw Reject(Descriptors.Expression, conversion, $"The cast '{Quote(conversion)}'", "Use one integer type throughout.");
        }

        // An implicit conversion of a reference says nothing about null, the operand does; the place says what it needs.
        var value = Value(operand, null);
        var type = value.Type.IsNull ? target : target with { IsOptional = target.Symbol!.IsReferenceType ? value.Type.IsOptional : target.IsOptional };
        return value.Type.IsNull ? value : Coerce(value, expected is { IsNull: false } wanted && Fits(wanted, type) ? wanted : type, conversion);
    }

    private static bool Fits(Ty wanted, Ty type) => SymbolEqualityComparer.Default.Equals(wanted.Symbol, type.Symbol);

    /// <summary>Brings a value to a type: wraps and unwraps options, widens cases and integers.</summary>
    private Expr Coerce(Expr value, Ty target, IOperation at)
    {
        if (value.Type.IsNull)
        {
            return target.IsOptional
                ? new Expr(Node.List(Node.Word("none"), Type(target, at)), target)
                : throw Reject(Descriptors.Expression, at, "Null where a value is needed", $"Declare the type as '{target.Symbol?.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}?'.");
        }

        if (value.Type.IsSameAs(target) || target.IsNull)
        {
            return value;
        }

        if (target.IsOptional && !value.Type.IsOptional)
        {
            return new Expr(Node.List(Node.Word("some"), Coerce(value, target.Required, at).Node), target);
        }

        if (!target.IsOptional && value.Type.IsOptional)
        {
            return Coerce(Unwrap(value), target, at);
        }

        if (target.IsOptional)
        {
            if (IsSameTerm(value.Type.Symbol!, target.Symbol!))
            {
                return value with { Type = target };
            }

            var shared = Shared(value, "value", at);
            return Choose(Has(shared), Coerce(Unwrap(shared), target, at), Coerce(new Expr(Node.Missing, Ty.Null), target, at), at);
        }

        return Recast(value, target, at);
    }

    private Expr Recast(Expr value, Ty target, IOperation at)
    {
        var from = value.Type.Symbol!;
        var to = target.Symbol!;
        if (IsSameTerm(from, to))
        {
            return value with { Type = target };
        }

        if (Known.IsInteger(from) && Known.IsInteger(to))
        {
            // Adding nothing widens: there is one kind of integer in proofs.
            return value.Node is Node.NodeList { Items: [Node.Atom { Value: "i" }, _, var digits] }
                ? new Expr(Node.List(Node.Word("i"), Type(target, at), digits), target, IsPath: true)
                : Operation("Add", target, at, value, Integer(0, target, at));
        }

        if (Known.IsUnion(to) && Known.Derives(from, to) || Known.IsUnion(from) && Known.Derives(to, from))
        {
            return new Expr(Node.List(Node.Word("as"), Type(target, at), value.Node), target, value.IsPath);
        }

        throw Reject(Descriptors.Expression, at, $"The conversion of '{Quote(at)}' from {from.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)} to {to.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}", "Convert between the cases of a hierarchy only.");
    }

    /// <summary>Whether a value of one type is the same term as one of the other: they differ in annotations or names, or are model classes.</summary>
    private bool IsSameTerm(ITypeSymbol from, ITypeSymbol to)
    {
        if (SymbolEqualityComparer.Default.Equals(from, to))
        {
            return true;
        }

        // Names of tuple elements, at any depth, are not part of a value.
        if (unit.Compilation.ClassifyCommonConversion(from, to).IsIdentity)
        {
            return true;
        }

        // An instance of a model class or theory is itself, whatever it is seen as.
        return (Known.IsModelClass(from) || Known.IsTheory(from)) && Known.Derives(from, to);
    }

    private Expr Required(Expr value, IOperation at) =>
        value.Type.IsNull ? throw Reject(Descriptors.Expression, at, "A member of null", "Test the value first.") : value.Type.IsOptional ? Unwrap(value) : value;

    private static Expr Unwrap(Expr value) =>
        value.Node is Node.NodeList { Items: [Node.Atom { Value: "some" }, var inner] }
            ? new Expr(inner, value.Type.Required)
            : new Expr(Node.List(Node.Word("val"), value.Node), value.Type.Required, value.IsPath);

    private Expr Has(Expr value) => value.Type switch
    {
        { IsNull: true } => new Expr(Node.Word("f"), BoolType),
        { IsOptional: true } => new Expr(Node.List(Node.Word("has"), value.Node), BoolType),
        _ => new Expr(Node.Word("t"), BoolType),
    };
}
