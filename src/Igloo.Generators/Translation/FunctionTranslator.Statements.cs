using System.Collections.Immutable;
using Igloo.Generators.Diagnostics;
using Igloo.Generators.Notation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Igloo.Generators.Translation;

/// <content>Statements, each translated together with what follows it.</content>
internal sealed partial class FunctionTranslator
{
    private readonly Stack<Ty> returnTypes = new();

    private Expr Block(IBlockOperation block)
    {
        foreach (var function in block.Operations.OfType<ILocalFunctionOperation>())
        {
            localFunctions[function.Symbol] = function;
        }

        return Sequence(block.Operations, 0, () => throw Reject(Descriptors.Statement, block, "A path without 'return'", "Return a value on every path."));
    }

    private Expr Result(IOperation value) => Hoisting(() => Value(value, returnTypes.Peek(), atoms: true));

    private Expr Sequence(ImmutableArray<IOperation> statements, int index, Func<Expr> rest)
    {
        if (index == statements.Length)
        {
            return rest();
        }

        var statement = statements[index];
        Expr Next() => Sequence(statements, index + 1, rest);
        switch (statement)
        {
            case IReturnOperation { ReturnedValue: { } value }:
                return Result(value);
            case IBlockOperation block:
                return Sequence(block.Operations, 0, Next);
            case IEmptyOperation:
                return Next();
            case ILocalFunctionOperation function:
                localFunctions[function.Symbol] = function;
                return Next();
            case IConditionalOperation conditional:
                return Hoisting(() => Choose(
                    Condition(conditional.Condition),
                    Sequence([conditional.WhenTrue], 0, Next),
                    conditional.WhenFalse is null ? Next() : Sequence([conditional.WhenFalse], 0, Next),
                    conditional));
            case IVariableDeclarationGroupOperation group:
                return Declarations([.. group.Declarations.SelectMany(d => d.Declarators)], 0, Next);
            case ISwitchOperation @switch:
                return SwitchStatement(@switch, Next);
            case IExpressionStatementOperation { Operation: IDeconstructionAssignmentOperation { Target: var target, Value: var value } } when Targets(target) is { } locals:
                return Deconstruction(locals, value, Next);
            default:
                throw Unsupported(statement);
        }
    }

    private static UntranslatableException Unsupported(IOperation statement) => statement switch
    {
        ILoopOperation => Reject(Descriptors.Loop, statement),
        IThrowOperation => Reject(Descriptors.Throw, statement),
        IExpressionStatementOperation { Operation: IAssignmentOperation or IIncrementOrDecrementOperation } => Reject(Descriptors.Mutation, statement),
        IExpressionStatementOperation => Reject(Descriptors.Statement, statement, "A statement whose value is not used", "A model computes values; return it or bind it to a local."),
        IInvalidOperation => Reject(Descriptors.Statement, statement, "Code with errors", "Mend the errors of the compiler first."),
        _ => Reject(Descriptors.Statement, statement, $"This statement ({statement.Kind})", "Use locals, if, switch and return."),
    };

    private Expr Declarations(ImmutableArray<IVariableDeclaratorOperation> declarators, int index, Func<Expr> rest)
    {
        if (index == declarators.Length)
        {
            return rest();
        }

        var declarator = declarators[index];
        if (declarator.GetVariableInitializer() is not { } initializer)
        {
            throw Reject(Descriptors.Statement, declarator, $"The local '{declarator.Symbol.Name}' without a value", "Give it its value where it is declared: var x = condition ? a : b;");
        }

        if (initializer.Value is IDelegateCreationOperation or IAnonymousFunctionOperation)
        {
            throw Reject(Descriptors.Function, initializer.Value);
        }

        return Hoisting(() =>
        {
            // The type that is inferred for var is always annotated; what the value says is exact.
            var isInferred = declarator.Syntax.Parent is VariableDeclarationSyntax { Type.IsVar: true };
            var value = Value(initializer.Value, isInferred ? null : Ty.Of(declarator.Symbol.Type), atoms: true);
            var declaration = Bind(declarator.Symbol, value, declarator);
            return Eagerly(declaration, value, Declarations(declarators, index + 1, rest), IsTotal(value.Node));
        });
    }

    private (Node Variable, Node Name, Node Type) Bind(ILocalSymbol local, Expr value, IOperation at)
    {
        var variable = Fresh(value.Type);
        environment[local] = variable;
        return (variable.Node, Node.Text(local.Name), Type(value.Type, at));
    }

    /// <summary>A local as C# has it: its value is computed where it is declared, used or not.</summary>
    private static Expr Eagerly((Node Variable, Node Name, Node Type) local, Expr value, Expr body, bool isTotal) =>
        new(Node.List(Node.Word(isTotal ? "let" : "let!"), local.Variable, local.Name, local.Type, value.Node, body.Node), body.Type);

    /// <summary>The body behind the evaluation of a value that it need not use.</summary>
    private Expr After(Expr value, string name, Expr body, IOperation at)
    {
        if (IsTotal(value.Node) && !hoists.Peek().Any(h => ReferenceEquals(h.Variable, value.Node) && !IsTotal(h.Value)))
        {
            return body;
        }

        return Eagerly((Fresh(value.Type).Node, Node.Text(name), Type(value.Type, at)), value, body, isTotal: false);
    }

    /// <summary>The locals that <c>var (a, b) = ...</c> declares, null for discards; null if it is another assignment.</summary>
    private static List<ILocalSymbol?>? Targets(IOperation target)
    {
        if (target is IDeclarationExpressionOperation declaration)
        {
            target = declaration.Expression;
        }

        if (target is not ITupleOperation tuple)
        {
            return null;
        }

        var locals = new List<ILocalSymbol?>();
        foreach (var element in tuple.Elements)
        {
            switch (element is IDeclarationExpressionOperation inner ? inner.Expression : element)
            {
                case ILocalReferenceOperation { IsDeclaration: true } local:
                    locals.Add(local.Local);
                    break;
                case IDiscardOperation:
                    locals.Add(null);
                    break;
                default:
                    return null;
            }
        }

        return locals;
    }

    private Expr Deconstruction(List<ILocalSymbol?> locals, IOperation value, Func<Expr> rest) => Hoisting(() =>
    {
        var whole = Shared(Required(Value(value, null), value), "parts", value);
        for (var i = 0; i < locals.Count; i++)
        {
            if (locals[i] is { } local)
            {
                environment[local] = Part(whole, i, value);
            }
        }

        return After(whole, "parts", rest(), value);
    });

    private Expr SwitchStatement(ISwitchOperation @switch, Func<Expr> rest) => Hoisting(() =>
    {
        var scrutinee = Shared(Value(@switch.Value, null), "value", @switch.Value);
        Expr From(int index)
        {
            if (index == @switch.Cases.Length)
            {
                return rest();
            }

            var section = @switch.Cases[index];
            if (section.Clauses.Any(c => c is IDefaultCaseClauseOperation))
            {
                if (index != @switch.Cases.Length - 1)
                {
                    throw Reject(Descriptors.Statement, section, "A default section before others", "Put 'default:' last.");
                }

                return Section(section, rest);
            }

            return Hoisting(() =>
            {
                var conditions = section.Clauses.Select(c => Clause(c, scrutinee)).ToList();
                var condition = conditions.Aggregate((a, b) => Operation("Or", BoolType, section, a, b));
                return Choose(condition, Section(section, rest), From(index + 1), section);
            });
        }

        return From(0);
    });

    private Expr Section(ISwitchCaseOperation section, Func<Expr> rest)
    {
        // 'break' ends the section; what follows the switch goes on.
        var body = section.Body.Length == 1 && section.Body[0] is IBlockOperation block ? block.Operations : section.Body;
        var end = body.Length > 0 && body[body.Length - 1] is IBranchOperation { BranchKind: BranchKind.Break } ? body.Length - 1 : body.Length;
        return Sequence([.. body.Take(end)], 0, rest);
    }

    private Expr Clause(ICaseClauseOperation clause, Expr scrutinee)
    {
        var conditions = new List<Expr>();
        switch (clause)
        {
            case IPatternCaseClauseOperation pattern:
                Match(pattern.Pattern, scrutinee, conditions, annotate: true);
                if (pattern.Guard is { } guard)
                {
                    conditions.Add(Condition(guard));
                }

                return Conjunction(conditions, clause);
            case ISingleValueCaseClauseOperation single:
                MatchConstant(single.Value, scrutinee, conditions, single);
                return Conjunction(conditions, clause);
            default:
                throw Reject(Descriptors.Pattern, clause, "This case", "Use a pattern.");
        }
    }
}
