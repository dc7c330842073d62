using Igloo.Generators.Diagnostics;
using Igloo.Generators.Notation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Igloo.Generators.Translation;

/// <summary>
/// Translates one member. Types flow upwards from declarations (parameters, fields, results), and a value is brought to the type of
/// the place where it is used; so the compiler's own flow analysis decides where a <c>T?</c> is a <c>T</c>.
/// </summary>
/// <param name="unit">The unit that the member belongs to.</param>
/// <param name="typeParameters">The type parameters in scope, in the order of <c>!k</c>.</param>
internal sealed partial class FunctionTranslator(UnitBuilder unit, IReadOnlyList<ITypeParameterSymbol> typeParameters)
{
    private readonly Dictionary<ISymbol, Expr> environment = new(SymbolEqualityComparer.Default);
    private readonly Stack<List<Hoisted>> hoists = new();
    private readonly Stack<Expr> conditionalAccesses = new();
    private readonly Dictionary<ISymbol, ILocalFunctionOperation> localFunctions = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> inlining = new(SymbolEqualityComparer.Default);
    private Expr? receiver;
    private int variables;

    /// <summary>Declares <c>this</c>.</summary>
    public Node DeclareReceiver(Ty type)
    {
        receiver = Fresh(type);
        return receiver.Node;
    }

    /// <summary>Declares a parameter and yields its declaration.</summary>
    public Node DeclareParameter(IParameterSymbol parameter, Location at) => Declare(parameter, parameter.Name, Ty.Of(parameter.Type), at);

    /// <summary>A body as a term of the given type.</summary>
    public Node Body(IOperation body, Ty result)
    {
        returnTypes.Push(result);
        var expr = body switch
        {
            IMethodBodyOperation method => Block(method.BlockBody ?? method.ExpressionBody!),
            IBlockOperation block => Block(block),
            ISymbolInitializerOperation initializer => Result(initializer.Value),
            _ => Result(body),
        };
        returnTypes.Pop();
        return expr.Node;
    }

    /// <summary>The type of an expression as a node.</summary>
    public Node TypeNode(Ty type, Location at) => unit.Types.Of(type, at, typeParameters);

    private static Location At(IOperation operation) => operation.Syntax.GetLocation();

    private static UntranslatableException Reject(DiagnosticDescriptor descriptor, IOperation at, params object[] arguments) =>
        new(new Finding(descriptor, At(at), arguments));

    private static string Quote(IOperation operation) => SourceText.OneLine(operation.Syntax);

    private Node Type(Ty type, IOperation at) => TypeNode(type, At(at));

    private Expr Fresh(Ty type) => new(Node.Word("$" + variables++), type, IsPath: true);

    /// <summary>Makes a variable for a symbol and yields <c>($k name type)</c>.</summary>
    private Node Declare(ISymbol symbol, string name, Ty type, Location at)
    {
        var variable = Fresh(type);
        environment[symbol] = variable;
        return Node.List(variable.Node, Node.Text(name), TypeNode(type, at));
    }

    /// <summary>
    /// Opens a place for lets that <paramref name="translate"/> asks for. Lets are lazy, so a scrutinee may be bound earlier than it is
    /// evaluated, and pattern variables that leak out of a condition stay in scope.
    /// </summary>
    private Expr Hoisting(Func<Expr> translate)
    {
        hoists.Push([]);
        var body = translate();
        var lets = hoists.Pop();
        for (var i = lets.Count - 1; i >= 0; i--)
        {
            var let = lets[i];
            body = new Expr(Node.List(Node.Word("let"), let.Variable, Node.Text(let.Name), let.Type, let.Value, body.Node), body.Type);
        }

        return body;
    }

    /// <summary>The value itself if repeating it costs nothing, otherwise a local that holds it.</summary>
    private Expr Shared(Expr value, string name, IOperation at)
    {
        if (value.IsPath || value.Type.IsNull)
        {
            return value;
        }

        var variable = Fresh(value.Type);
        hoists.Peek().Add(new Hoisted(variable.Node, name, Type(value.Type, at), value.Node));
        return variable;
    }

    private sealed record Hoisted(Node Variable, string Name, Node Type, Node Value);
}
