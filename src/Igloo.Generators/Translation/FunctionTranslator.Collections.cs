using System.Collections.Immutable;
using Igloo.Generators.Diagnostics;
using Igloo.Generators.Notation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Igloo.Generators.Translation;

/// <content>The collections of Igloo.Values, domains and the past.</content>
internal sealed partial class FunctionTranslator
{
    private static readonly HashSet<string> CollectionOperations =
    [
        "DomainAll", "DomainExists", "DomainToSet", "DomainWhere", "DomainToMap", "DomainContains",
        "SetEmpty", "SetOf", "SetContains", "SetAdd", "SetRemove", "SetUnion", "SetIntersect", "SetExcept", "SetIsSubsetOf",
        "SetAll", "SetExists", "SetWhere", "SetAddWhere", "SetRemoveWhere", "SetIsEmpty", "SetCount",
        "MapConstant", "MapGet", "MapSet", "MapUpdate", "MapSetWhere",
        "FiniteMapEmpty", "FiniteMapContainsKey", "FiniteMapGet", "FiniteMapSet", "FiniteMapRemove", "FiniteMapKeys",
        "FiniteMapAll", "FiniteMapExists", "FiniteMapCount",
        "BagEmpty", "BagCountOf", "BagContains", "BagAdd", "BagRemove", "BagUnion", "BagAll", "BagExists", "BagCount",
        "SeqEmpty", "SeqOf", "SeqCount", "SeqGet", "SeqAppend", "SeqConcat", "SeqFirst", "SeqRest", "SeqTake", "SeqSkip", "SeqSet",
        "SeqIsPrefixOf", "SeqAll", "SeqExists", "SeqAllPairs", "SeqContains", "SeqIsEmpty",
        "PastEmpty", "PastContains", "PastAdd", "PastAll", "PastExists",
    ];

    private Expr CollectionProperty(string collection, IPropertyReferenceOperation reference, Expr? target, Ty type)
    {
        var name = collection + (reference.Property.IsIndexer ? "Get" : reference.Property.Name);
        if (!CollectionOperations.Contains(name))
        {
            throw NoOperation(collection, reference.Property, reference);
        }

        if (name is "SetCount" or "FiniteMapCount" or "BagCount")
        {
            unit.AddIfProved(new Finding(Descriptors.Counting, At(reference), collection + ".Count", Instead(collection)));
        }

        List<Node> node = [Node.Word("op"), Type(type, reference), Node.Word(name)];
        if (target is not null)
        {
            node.Add(target.Node);
        }

        node.AddRange(Arguments(reference.Arguments));
        return new Expr(Node.List(node), type);
    }

    private Expr CollectionMethod(string collection, IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        var type = Ty.Of(method.ReturnType);
        if (method is { Name: "Of", IsStatic: true })
        {
            return Elements(collection, type, ElementsOf(invocation.Arguments[0].Value), invocation);
        }

        if (collection == "Seq" && method.Name == "Prepend")
        {
            var rest = Required(Value(invocation.Instance!, null), invocation);
            var first = Elements("Seq", type, [invocation.Arguments[0].Value], invocation);
            return Operation("SeqConcat", type, invocation, first, rest);
        }

        var name = collection + method.Name;
        if (!CollectionOperations.Contains(name))
        {
            throw NoOperation(collection, method, invocation);
        }

        List<Node> node = [Node.Word("op"), Type(type, invocation), Node.Word(name)];
        if (invocation.Instance is { } instance)
        {
            node.Add(Required(Value(instance, null), instance).Node);
        }

        node.AddRange(invocation.Arguments.OrderBy(a => a.Parameter!.Ordinal).Select(a =>
            a.Parameter!.Type.TypeKind == TypeKind.Delegate ? Lambda(a.Value) : Value(a.Value, Ty.Of(a.Parameter.Type)).Node));
        return new Expr(Node.List(node), type);
    }

    /// <summary>Look-up with an option as its result: present where the key is.</summary>
    private Expr Find(IInvocationOperation invocation)
    {
        var type = Ty.Of(invocation.TargetMethod.ReturnType).Optional;
        var map = Shared(Required(Value(invocation.Arguments[0].Value, null), invocation), "map", invocation);
        var key = Shared(Value(invocation.Arguments[1].Value, Ty.Of(invocation.Arguments[1].Parameter!.Type)), "key", invocation);
        var found = Operation("FiniteMapGet", type.Required, invocation, map, key);
        return Choose(
            Operation("FiniteMapContainsKey", BoolType, invocation, map, key),
            Coerce(found, type, invocation),
            Coerce(new Expr(Node.Missing, Ty.Null), type, invocation),
            invocation);
    }

    private static string Instead(string collection) => "Keep the number in a field of the state, or say what matters by " + collection switch
    {
        "Set" => "IsEmpty, by two different elements under quantifiers, or by a quorum theory.",
        "Bag" => "CountOf of one element.",
        _ => "its keys under quantifiers.",
    };

    private static UntranslatableException NoOperation(string collection, ISymbol member, IOperation at) =>
        Reject(Descriptors.Call, at, collection + "." + member.Name, "It is for execution only.");

    private static ImmutableArray<IOperation> ElementsOf(IOperation values)
    {
        while (values is IConversionOperation conversion)
        {
            values = conversion.Operand;
        }

        return values switch
        {
            ICollectionExpressionOperation collection => collection.Elements,
            IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
            _ => throw Reject(Descriptors.Expression, values, $"'{Quote(values)}'", "List the elements one by one."),
        };
    }

    private Expr CollectionExpression(ICollectionExpressionOperation expression) =>
        Known.Collection(expression.Type) is { } collection
            ? Elements(collection, new Ty(expression.Type, false), expression.Elements, expression)
            : throw Reject(Descriptors.Expression, expression, "A collection expression of this type", "Use the collections of Igloo.Values.");

    private Expr Elements(string collection, Ty type, IReadOnlyList<IOperation> elements, IOperation at)
    {
        if (elements.FirstOrDefault(e => e is ISpreadOperation) is { } spread)
        {
            throw Reject(Descriptors.Expression, spread, "A spread element", $"Use {(collection == "Seq" ? "Concat" : "Union")}, or Of with the elements one by one.");
        }

        var element = Ty.Of(((INamedTypeSymbol)type.Symbol!).TypeArguments[0]);
        var values = elements.Select(e => Value(e, element)).ToArray();
        return collection switch
        {
            "Set" or "Seq" => Operation(values.Length == 0 ? collection + "Empty" : collection + "Of", type, at, values),
            "Bag" => values.Aggregate(Operation("BagEmpty", type, at), (bag, value) => Operation("BagAdd", type, at, bag, value)),
            _ => throw Reject(Descriptors.Call, at, collection + ".Of", "A domain comes from a theory."),
        };
    }

    /// <summary>A function literal or the name of a function, as an argument of an operation.</summary>
    private Node Lambda(IOperation argument)
    {
        var function = argument;
        while (function is IConversionOperation or IDelegateCreationOperation)
        {
            function = function is IConversionOperation conversion ? conversion.Operand : ((IDelegateCreationOperation)function).Target;
        }

        switch (function)
        {
            case IAnonymousFunctionOperation lambda:
                var parameters = lambda.Symbol.Parameters.Select(p => Declare(p, p.Name, Ty.Of(p.Type), At(lambda))).ToArray();
                returnTypes.Push(Ty.Of(lambda.Symbol.ReturnType));
                var body = LambdaBody(lambda.Body);
                returnTypes.Pop();
                return Node.List(Node.Word("fn"), Node.List(parameters), body.Node);
            case IMethodReferenceOperation reference when reference.Method.MethodKind != MethodKind.LocalFunction:
                return MethodGroup(reference);
            default:
                throw Reject(Descriptors.Function, argument);
        }
    }

    private Expr LambdaBody(IBlockOperation block)
    {
        // The text of a simple predicate is part of the quantifier's own; compound ones get texts for their atoms.
        if (block.Operations.Length == 1 && block.Operations[0] is IReturnOperation { ReturnedValue: { } value })
        {
            return Hoisting(() => Value(value, returnTypes.Peek(), atoms: IsCompound(value)));
        }

        return Block(block);
    }

    private static bool IsCompound(IOperation operation) => operation switch
    {
        IParenthesizedOperation parenthesized => IsCompound(parenthesized.Operand),
        IBinaryOperation binary => IsBool(binary.LeftOperand) && Connective(binary.OperatorKind) is not null,
        IInvocationOperation invocation => Members.Key(invocation.TargetMethod) == Implies,
        IConditionalOperation or ISwitchExpressionOperation => true,
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => IsCompound(not.Operand),
        _ => false,
    };

    private Node MethodGroup(IMethodReferenceOperation reference)
    {
        var method = reference.Method;
        var target = reference.Instance is null ? null : Required(Value(reference.Instance, null), reference.Instance);
        var arguments = new List<Node>();
        var parameters = new List<Node>();
        foreach (var parameter in method.Parameters)
        {
            var variable = Fresh(Ty.Of(parameter.Type));
            arguments.Add(variable.Node);
            parameters.Add(Node.List(variable.Node, Node.Text(parameter.Name), Type(variable.Type, reference)));
        }

        var body = Known.Collection(method.ContainingType) is { } collection
            ? CollectionMethod(collection, method, target, arguments, reference)
            : Call(method, target, arguments, Ty.Of(method.ReturnType), reference).Node;
        return Node.List(Node.Word("fn"), Node.List(parameters), body);
    }

    /// <summary>A method of a collection as a function: <c>s.Prepared.Contains</c>.</summary>
    private Node CollectionMethod(string collection, IMethodSymbol method, Expr? target, IEnumerable<Node> arguments, IOperation at)
    {
        var name = collection + method.Name;
        return CollectionOperations.Contains(name) && !method.Parameters.Any(p => p.Type.TypeKind == TypeKind.Delegate)
            ? Node.List([Node.Word("op"), Type(Ty.Of(method.ReturnType), at), Node.Word(name), .. target is null ? Array.Empty<Node>() : [target.Node], .. arguments])
            : throw NoOperation(collection, method, at);
    }
}
