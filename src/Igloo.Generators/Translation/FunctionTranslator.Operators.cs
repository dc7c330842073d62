using Igloo.Generators.Diagnostics;
using Igloo.Generators.Notation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Igloo.Generators.Translation;

/// <content>Connectives, comparisons, arithmetic and choices.</content>
internal sealed partial class FunctionTranslator
{
    private const string Implies = "M:Igloo.Models.Logic.Implies(System.Boolean,System.Boolean)";

    private static bool IsBool(IOperation operation) => operation.Type?.SpecialType == SpecialType.System_Boolean;

    private Expr Operation(string name, Ty type, IOperation at, params Expr[] operands) =>
        new(Node.List([Node.Word("op"), Type(type, at), Node.Word(name), .. operands.Select(o => o.Node)]), type);

    /// <summary>A condition whose atoms carry their source text.</summary>
    private Expr Condition(IOperation operation)
    {
        if (operation.ConstantValue.HasValue)
        {
            return Untyped(operation, null);
        }

        switch (operation)
        {
            case IParenthesizedOperation parenthesized:
                return Condition(parenthesized.Operand);
            case IConversionOperation { Conversion.IsIdentity: true } conversion:
                return Condition(conversion.Operand);
            case IBinaryOperation { IsLifted: false } binary when IsBool(binary) && IsBool(binary.LeftOperand) && Connective(binary.OperatorKind) is { } name:
                return Connected(name, binary, Condition(binary.LeftOperand), Condition(binary.RightOperand));
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, IsLifted: false } not when IsBool(not.Operand):
                return Not(Condition(not.Operand), not);
            case IInvocationOperation invocation when Members.Key(invocation.TargetMethod) == Implies:
                return Call(invocation.TargetMethod, null, [.. Arguments(invocation.Arguments, atoms: true)], BoolType, invocation);
            case IConditionalOperation conditional:
                return Conditional(conditional, BoolType, atoms: true);
            case ISwitchExpressionOperation @switch:
                return Switch(@switch, BoolType, atoms: true);
            default:
                return Annotated(Coerce(Untyped(operation, BoolType), BoolType, operation), operation.Syntax);
        }
    }

    private static string? Connective(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And => "And",
        BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or => "Or",
        _ => null,
    };

    // & and | evaluate their second operand whatever the first one is.
    private Expr Connected(string name, IBinaryOperation binary, Expr left, Expr right)
    {
        if (IsTotal(right.Node) || binary.OperatorKind is not (BinaryOperatorKind.And or BinaryOperatorKind.Or))
        {
            return Operation(name, BoolType, binary, left, right);
        }

        var both = Fresh(BoolType);
        return Eagerly((both.Node, Node.Text("right"), Type(BoolType, binary)), right, Operation(name, BoolType, binary, left, both), isTotal: false);
    }

    /// <summary>Whether a value is there whatever the state: a variable, a literal or a member of such.</summary>
    private static bool IsTotal(Node node) => node switch
    {
        Node.Atom => true,
        Node.NodeList { Items: [Node.Atom { Value: "i" or "e" or "s" }, ..] } => true,
        Node.NodeList { Items: [Node.Atom { Value: "get" }, _, var target, _] } => IsTotal(target),
        Node.NodeList { Items: [Node.Atom { Value: "@" }, _, _, var value] } => IsTotal(value),
        _ => false,
    };

    private static Expr Annotated(Expr value, SyntaxNode syntax) =>
        value.Truth is not null
            ? value
            : value with { Node = Node.List(Node.Word("@"), Node.Word(SourceText.Line(syntax.GetLocation()).ToString()), Node.Text(SourceText.OneLine(syntax)), value.Node), IsPath = false };

    private Expr Not(Expr value, IOperation at) =>
        value.Truth is { } truth ? new Expr(Node.Word(truth ? "f" : "t"), BoolType) : Operation("Not", BoolType, at, value);

    private Expr Conjunction(List<Expr> conditions, IOperation at)
    {
        Expr? result = null;
        for (var i = conditions.Count - 1; i >= 0; i--)
        {
            if (conditions[i].Truth != true)
            {
                result = result is null ? conditions[i] : Operation("And", BoolType, at, conditions[i], result);
            }
        }

        return result ?? new Expr(Node.Word("t"), BoolType);
    }

    private Expr Choose(Expr test, Expr then, Expr otherwise, IOperation at) => test.Truth switch
    {
        true => then,
        false => otherwise,
        _ => new Expr(Node.List(Node.Word("if"), Type(then.Type, at), test.Node, then.Node, otherwise.Node), then.Type),
    };

    private Expr Conditional(IConditionalOperation conditional, Ty? expected, bool atoms)
    {
        var test = Condition(conditional.Condition);
        var then = Value(conditional.WhenTrue, expected, atoms);
        var otherwise = Value(conditional.WhenFalse!, expected, atoms);
        var type = expected ?? Common([then, otherwise], conditional);
        return Choose(test, Coerce(then, type, conditional.WhenTrue), Coerce(otherwise, type, conditional.WhenFalse!), conditional);
    }

    /// <summary>The type of alternatives of which the place demands none: the compiler's, optional if one of them is.</summary>
    private static Ty Common(IReadOnlyList<Expr> alternatives, IOperation at)
    {
        var natural = at.Type is { } type ? Ty.Of(type).Symbol : null;
        var symbol = natural ?? alternatives.FirstOrDefault(a => !a.Type.IsNull)?.Type.Symbol;
        return symbol is null
            ? throw Reject(Descriptors.Expression, at, $"'{Quote(at)}'", "Give the alternatives a type.")
            : new Ty(symbol, alternatives.Any(a => a.Type.IsOptional));
    }

    private Expr Unary(IUnaryOperation unary)
    {
        if (unary.IsLifted)
        {
            throw Reject(Descriptors.Lifted, unary, Quote(unary));
        }

        switch (unary.OperatorKind)
        {
            case UnaryOperatorKind.Not when IsBool(unary.Operand):
                return Not(Value(unary.Operand, BoolType), unary);
            case UnaryOperatorKind.Minus when Known.IsInteger(unary.Type):
                RequireChecked(unary.IsChecked, unary.Type, unary);
                return Operation("Negate", new Ty(unary.Type, false), unary, Value(unary.Operand, new Ty(unary.Type, false)));
            case UnaryOperatorKind.Plus when Known.IsInteger(unary.Type):
                return Value(unary.Operand, new Ty(unary.Type, false));
            default:
                throw Reject(Descriptors.Expression, unary, $"The operator of '{Quote(unary)}'", "Use ! on conditions and - on integers.");
        }
    }

    private Expr Binary(IBinaryOperation binary)
    {
        if (binary.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals)
        {
            var equal = Equality(binary);
            return binary.OperatorKind == BinaryOperatorKind.Equals ? equal : Not(equal, binary);
        }

        if (binary.IsLifted)
        {
            throw Reject(Descriptors.Lifted, binary, Quote(binary));
        }

        if (IsBool(binary.LeftOperand) && IsBool(binary.RightOperand))
        {
            var name = binary.OperatorKind == BinaryOperatorKind.ExclusiveOr ? "Xor" : Connective(binary.OperatorKind);
            return name is null
                ? throw Reject(Descriptors.Expression, binary, $"The operator of '{Quote(binary)}'", "Use && || ^ == != on conditions.")
                : Connected(name, binary, Value(binary.LeftOperand, BoolType), Value(binary.RightOperand, BoolType));
        }

        return Arithmetic(binary);
    }

    private Expr Arithmetic(IBinaryOperation binary)
    {
        var operandType = new Ty(binary.OperatorMethod?.Parameters[0].Type ?? binary.LeftOperand.Type, false);
        if (!Known.IsInteger(operandType.Symbol))
        {
            throw Reject(Descriptors.Expression, binary, $"The operator of '{Quote(binary)}'", "Arithmetic and order are for int, long and BigInteger; other values are ordered by a theory.");
        }

        var left = Value(binary.LeftOperand, operandType);
        var right = Value(binary.RightOperand, operandType);
        switch (binary.OperatorKind)
        {
            case BinaryOperatorKind.LessThan:
                return Operation("Less", BoolType, binary, left, right);
            case BinaryOperatorKind.LessThanOrEqual:
                return Operation("LessOrEqual", BoolType, binary, left, right);
            case BinaryOperatorKind.GreaterThan:
                return Operation("Less", BoolType, binary, right, left);
            case BinaryOperatorKind.GreaterThanOrEqual:
                return Operation("LessOrEqual", BoolType, binary, right, left);
        }

        var name = binary.OperatorKind switch
        {
            BinaryOperatorKind.Add => "Add",
            BinaryOperatorKind.Subtract => "Subtract",
            BinaryOperatorKind.Multiply => "Multiply",
            BinaryOperatorKind.Divide => "Divide",
            BinaryOperatorKind.Remainder => "Remainder",
            _ => throw Reject(Descriptors.Expression, binary, $"The operator of '{Quote(binary)}'", "Use + - * / % and comparisons."),
        };
        if (name is "Add" or "Subtract" or "Multiply")
        {
            RequireChecked(binary.IsChecked, operandType.Symbol, binary);
        }

        return Operation(name, operandType, binary, left, right);
    }

    private static void RequireChecked(bool isChecked, ITypeSymbol? type, IOperation at)
    {
        if (!isChecked && !Known.IsBigInteger(type))
        {
            throw Reject(Descriptors.Unchecked, at, Quote(at));
        }
    }

    private Expr Coalesce(ICoalesceOperation coalesce, Ty? expected)
    {
        var value = Shared(Value(coalesce.Value, null), "value", coalesce.Value);
        var otherwise = Value(coalesce.WhenNull, expected);
        if (value.Type.IsNull)
        {
            return otherwise;
        }

        var present = Required(value, coalesce.Value);
        var type = expected ?? new Ty(otherwise.Type.IsNull ? present.Type.Symbol : Ty.Of(coalesce.Type!).Symbol, otherwise.Type.IsOptional);
        return Choose(Has(value), Coerce(present, type, coalesce.Value), Coerce(otherwise, type, coalesce.WhenNull), coalesce);
    }

    private Expr ConditionalAccess(IConditionalAccessOperation access)
    {
        var target = Shared(Value(access.Operation, null), "value", access.Operation);
        conditionalAccesses.Push(Required(target, access.Operation));
        var member = Value(access.WhenNotNull, null);
        conditionalAccesses.Pop();
        var type = member.Type.Optional;
        return Choose(Has(target), Coerce(member, type, access), Coerce(new Expr(Node.Missing, Ty.Null), type, access), access);
    }
}
