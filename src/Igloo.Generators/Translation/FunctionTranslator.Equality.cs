using Igloo.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Igloo.Generators.Translation;

/// <content>Equality by value.</content>
internal sealed partial class FunctionTranslator
{
    private Expr Equality(IBinaryOperation binary) => Equal(Value(binary.LeftOperand, null), Value(binary.RightOperand, null), binary);

    private Expr TupleEquality(ITupleBinaryOperation binary)
    {
        var equal = Equal(Value(binary.LeftOperand, null), Value(binary.RightOperand, null), binary);
        return binary.OperatorKind == BinaryOperatorKind.Equals ? equal : Not(equal, binary);
    }

    private Expr Equal(Expr left, Expr right, IOperation at)
    {
        if (left.Type.IsNull || right.Type.IsNull)
        {
            return Not(Has(left.Type.IsNull ? right : left), at);
        }

        var symbol = Wider(left.Type.Symbol!, right.Type.Symbol!);
        RequireValueEquality(symbol, at);
        var type = new Ty(symbol, left.Type.IsOptional || right.Type.IsOptional);
        return Operation("Equal", BoolType, at, Coerce(left, type, at), Coerce(right, type, at));
    }

    private static ITypeSymbol Wider(ITypeSymbol a, ITypeSymbol b)
    {
        if (Known.IsInteger(a) && Known.IsInteger(b))
        {
            return Rank(a) >= Rank(b) ? a : b;
        }

        return Known.Derives(a, b) ? b : a;
    }

    private static int Rank(ITypeSymbol integer) =>
        integer.SpecialType switch { SpecialType.System_Int32 => 0, SpecialType.System_Int64 => 1, _ => 2 };

    private static void RequireValueEquality(ITypeSymbol type, IOperation at)
    {
        var isByValue = type switch
        {
            ITypeParameterSymbol => true,
            { SpecialType: SpecialType.System_Boolean or SpecialType.System_String } => true,
            { TypeKind: TypeKind.Enum } => true,
            _ when Known.IsInteger(type) => true,
            _ when Known.Collection(type) is { } collection => collection != "Domain",
            INamedTypeSymbol { IsTupleType: true } tuple => RequireAll(tuple, at),
            INamedTypeSymbol record when Known.IsRecord(record) => Members.HasSynthesizedEquality(record),
            _ => false,
        };
        if (!isByValue)
        {
            throw Reject(Descriptors.Equality, at, type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), "Compare records without an Equals of their own, [Sort] structs, enums, integers and collections; of domains their ToSet().");
        }
    }

    private static bool RequireAll(INamedTypeSymbol tuple, IOperation at)
    {
        foreach (var element in tuple.TupleElements)
        {
            RequireValueEquality(Ty.Of(element.Type).Symbol!, at);
        }

        return true;
    }
}
