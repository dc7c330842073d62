using Igloo.Generators.Diagnostics;
using Igloo.Generators.Notation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Igloo.Generators.Translation;

/// <content>Expressions.</content>
internal sealed partial class FunctionTranslator
{
    private Ty BoolType => new(unit.Compilation.GetSpecialType(SpecialType.System_Boolean), false);

    /// <summary>A value brought to the type of its place.</summary>
    /// <param name="operation">The expression.</param>
    /// <param name="expected">The type of the place; null if the value decides.</param>
    /// <param name="atoms">Whether the atoms of a condition get their source text.</param>
    private Expr Value(IOperation operation, Ty? expected, bool atoms = false)
    {
        var value = atoms && IsBool(operation) ? Condition(operation) : Untyped(operation, expected);
        return expected is { } type ? Coerce(value, type, operation) : value;
    }

    private Expr Untyped(IOperation operation, Ty? expected)
    {
        if (operation.ConstantValue is { HasValue: true } constant && Literal(constant.Value, operation.Type, operation) is { } literal)
        {
            return literal;
        }

        switch (operation)
        {
            case IParenthesizedOperation parenthesized:
                return Value(parenthesized.Operand, expected);
            case IConversionOperation conversion:
                return Conversion(conversion, expected);
            case IParameterReferenceOperation parameter:
                return Parameter(parameter);
            case ILocalReferenceOperation local:
                return environment.TryGetValue(local.Local, out var bound) ? bound : throw Reject(Descriptors.Statement, local, $"The local '{local.Local.Name}'", "Give it its value where it is declared.");
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } instance:
                return receiver ?? throw Reject(Descriptors.Expression, instance, "'this'", "Use it in members of models and records.");
            case IPropertyReferenceOperation property:
                return Property(property);
            case IFieldReferenceOperation field:
                return Field(field);
            case IInvocationOperation invocation:
                return Invocation(invocation);
            case IObjectCreationOperation creation:
                return Creation(creation);
            case IWithOperation with:
                return With(with);
            case ITupleOperation tuple:
                return Tuple(tuple, expected);
            case IConditionalOperation conditional:
                return Conditional(conditional, expected, atoms: false);
            case ISwitchExpressionOperation @switch:
                return Switch(@switch, expected, atoms: false);
            case IBinaryOperation binary:
                return Binary(binary);
            case ITupleBinaryOperation binary:
                return TupleEquality(binary);
            case IUnaryOperation unary:
                return Unary(unary);
            case IIsPatternOperation pattern:
                return IsPattern(pattern);
            case IIsTypeOperation type:
                return IsType(type);
            case ICoalesceOperation coalesce:
                return Coalesce(coalesce, expected);
            case IConditionalAccessOperation access:
                return ConditionalAccess(access);
            case IConditionalAccessInstanceOperation:
                return conditionalAccesses.Peek();
            case IDefaultValueOperation @default:
                return Default(@default);
            case ICollectionExpressionOperation collection:
                return CollectionExpression(collection);
            case IThrowOperation:
                throw Reject(Descriptors.Throw, operation);
            case IAssignmentOperation or IIncrementOrDecrementOperation:
                throw Reject(Descriptors.Mutation, operation);
            case IAnonymousFunctionOperation or IDelegateCreationOperation or IMethodReferenceOperation:
                throw Reject(Descriptors.Function, operation);
            case IInterpolatedStringOperation:
                throw Reject(Descriptors.Expression, operation, "An interpolated string", "Text is for messages, outside of models.");
            case IInvalidOperation:
                throw Reject(Descriptors.Expression, operation, "Code with errors", "Mend the errors of the compiler first.");
            default:
                throw Reject(Descriptors.Expression, operation, $"'{Quote(operation)}' ({operation.Kind})", "Express it by records, conditions, arithmetic and the operations of Igloo.Values.");
        }
    }

    private Expr Parameter(IParameterReferenceOperation reference)
    {
        var parameter = reference.Parameter;
        if (environment.TryGetValue(parameter, out var bound) || environment.TryGetValue(parameter.OriginalDefinition, out bound))
        {
            return bound;
        }

        // A primary-constructor parameter of a model class is a field of its instances.
        return receiver is not null && parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor }
            ? Get(receiver, parameter.Name, Ty.Of(parameter.Type), reference)
            : throw Reject(Descriptors.Expression, reference, $"The parameter '{parameter.Name}'", "It belongs to another function.");
    }

    private Expr Get(Expr target, string name, Ty type, IOperation at) =>
        new(Node.List(Node.Word("get"), Type(type, at), target.Node, Node.Text(name)), type, target.IsPath);

    private Expr Part(Expr tuple, int index, IOperation at)
    {
        if (tuple.Type.Symbol is INamedTypeSymbol { IsTupleType: true } type)
        {
            return Get(tuple, "Item" + (index + 1), Ty.Of(type.TupleElements[index].Type), at);
        }

        if (Known.IsSort(tuple.Type.Symbol))
        {
            throw Reject(Descriptors.SortMember, at, Quote(at), tuple.Type.Symbol!.Name);
        }

        // Deconstruction of a record: its positional fields in order.
        return tuple.Type.Symbol is INamedTypeSymbol record && Known.IsRecord(record) && Members.PrimaryConstructor(record) is { } constructor && index < constructor.Parameters.Length
            ? Get(tuple, constructor.Parameters[index].Name, Ty.Of(constructor.Parameters[index].Type), at)
            : throw Reject(Descriptors.Pattern, at, $"Deconstruction of '{Quote(at)}'", "Only records and tuples are deconstructed.");
    }

    private Expr? Literal(object? value, ITypeSymbol? type, IOperation at) => value switch
    {
        null => type is null || !type.IsValueType || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
            ? new Expr(Node.Missing, Ty.Null, IsPath: true)
            : null,
        bool truth => new Expr(Node.Word(truth ? "t" : "f"), BoolType, IsPath: true),
        _ when type is { TypeKind: TypeKind.Enum } => new Expr(Node.List(Node.Word("e"), Type(new Ty(type, false), at), Node.Word(System.Convert.ToInt64(value).ToString())), new Ty(type, false), IsPath: true),
        int or long when Known.IsInteger(type) => Integer(System.Convert.ToInt64(value), new Ty(type, false), at),
        string text => new Expr(Node.List(Node.Word("s"), Node.Text(text)), new Ty(unit.Compilation.GetSpecialType(SpecialType.System_String), false), IsPath: true),
        _ => throw Reject(Descriptors.Type, at, type?.ToDisplayString() ?? "object", "Constants are bool, int, long, BigInteger, enums, strings and null."),
    };

    private Expr Integer(long value, Ty type, IOperation at) =>
        new(Node.List(Node.Word("i"), Type(type, at), Node.Word(value.ToString(System.Globalization.CultureInfo.InvariantCulture))), type, IsPath: true);

    private Expr Default(IDefaultValueOperation operation)
    {
        var type = Ty.Of(operation.Type!);
        return type switch
        {
            { IsOptional: true } => new Expr(Node.Missing, Ty.Null, IsPath: true),
            { Symbol: { } symbol } when Known.IsInteger(symbol) => Integer(0, type, operation),
            { IsBool: true } => Literal(false, type.Symbol, operation)!,
            _ => throw Reject(Descriptors.Expression, operation, $"'{Quote(operation)}'", "Name the value."),
        };
    }

    private Expr Creation(IObjectCreationOperation creation)
    {
        var type = new Ty(creation.Type!, false);
        if (creation.Initializer is not null)
        {
            throw Reject(Descriptors.Expression, creation.Initializer, "An object initialiser", "Pass the values to the constructor, or use 'with'.");
        }

        if (creation.Type is not INamedTypeSymbol named || Known.IsSort(creation.Type))
        {
            throw Reject(Descriptors.SortMember, creation, Quote(creation), creation.Type!.Name);
        }

        if (Known.Collection(named) is not null)
        {
            throw Reject(Descriptors.Call, creation, Quote(creation), "Use Of, Empty and the operations of the collection; a domain comes from a theory.");
        }

        var isPrimary = Members.PrimaryConstructor(named.OriginalDefinition) is { } primary
            ? SymbolEqualityComparer.Default.Equals(primary, creation.Constructor?.OriginalDefinition)
            : creation.Arguments.IsEmpty;
        if (!isPrimary || !(Known.IsRecord(named) || named.IsTupleType || Known.IsModelClass(named)))
        {
            throw Reject(Descriptors.Call, creation, Quote(creation), "Create records, model classes and tuples by their primary constructor.");
        }

        return new Expr(Node.List([Node.Word("new"), Type(type, creation), .. Arguments(creation.Arguments)]), type);
    }

    /// <summary>The arguments in the order of the parameters, each of the parameter's type.</summary>
    private List<Node> Arguments(IEnumerable<IArgumentOperation> arguments, bool atoms = false) =>
        arguments.OrderBy(a => a.Parameter!.Ordinal).Select(a => Value(a.Value, Ty.Of(a.Parameter!.Type), atoms).Node).ToList();

    private Expr With(IWithOperation with)
    {
        var target = Required(Value(with.Operand, null), with.Operand);
        if (Known.IsSort(target.Type.Symbol))
        {
            throw Reject(Descriptors.SortMember, with, Quote(with), target.Type.Symbol!.Name);
        }

        var node = new List<Node> { Node.Word("with"), target.Node };
        foreach (var assignment in with.Initializer.Initializers.OfType<ISimpleAssignmentOperation>())
        {
            var (name, type) = assignment.Target switch
            {
                IPropertyReferenceOperation property when Members.IsPositional(property.Property) => (property.Property.Name, property.Property.Type),
                IFieldReferenceOperation { Field: { ContainingType.IsTupleType: true } field } => ((field.CorrespondingTupleField ?? field).Name, field.Type),
                _ => throw Reject(Descriptors.Expression, assignment, $"'{Quote(assignment)}'", "Only parameters of the primary constructor can be replaced."),
            };
            node.Add(Node.List(Node.Text(name), Value(assignment.Value, Ty.Of(type)).Node));
        }

        return Known.IsUnion(target.Type.Symbol)
            ? throw Reject(Descriptors.Expression, with, "'with' on a hierarchy", "Match the case first and copy that.")
            : new Expr(Node.List(node), target.Type);
    }

    private Expr Tuple(ITupleOperation tuple, Ty? expected)
    {
        var wanted = expected?.Symbol is INamedTypeSymbol { IsTupleType: true } type && type.TupleElements.Length == tuple.Elements.Length
            ? type
            : tuple.Type as INamedTypeSymbol ?? throw Reject(Descriptors.Expression, tuple, $"'{Quote(tuple)}'", "Give the elements types.");
        var elements = tuple.Elements.Select((e, i) => Value(e, Ty.Of(wanted.TupleElements[i].Type)).Node);
        var result = new Ty(wanted, false);
        return new Expr(Node.List([Node.Word("new"), Type(result, tuple), .. elements]), result);
    }
}
