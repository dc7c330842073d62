using Igloo.Generators.Diagnostics;
using Igloo.Generators.Notation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Igloo.Generators.Translation;

/// <content>
/// Patterns become conditions over access paths; a pattern variable is the path that it names, so it needs no scope of its own.
/// </content>
internal sealed partial class FunctionTranslator
{
    private Expr IsPattern(IIsPatternOperation operation)
    {
        var conditions = new List<Expr>();
        Match(operation.Pattern, Shared(Value(operation.Value, null), "value", operation.Value), conditions, annotate: false);
        return Conjunction(conditions, operation);
    }

    private Expr IsType(IIsTypeOperation operation)
    {
        var conditions = new List<Expr>();
        Narrow(Shared(Value(operation.ValueOperand, null), "value", operation), operation.TypeOperand, conditions, operation);
        var test = Conjunction(conditions, operation);
        return operation.IsNegated ? Not(test, operation) : test;
    }

    private Expr Switch(ISwitchExpressionOperation @switch, Ty? expected, bool atoms)
    {
        var scrutinee = Shared(Value(@switch.Value, null), "value", @switch.Value);
        var arms = new List<(List<Hoisted> Lets, Expr Condition, Expr Value, IOperation At)>();
        foreach (var arm in @switch.Arms)
        {
            hoists.Push([]);
            var conditions = new List<Expr>();
            Match(arm.Pattern, scrutinee, conditions, annotate: true);
            if (arm.Guard is { } guard)
            {
                conditions.Add(Condition(guard));
            }

            var value = Hoisting(() => Value(arm.Value, expected, atoms));
            arms.Add((hoists.Pop(), Conjunction(conditions, arm), value, arm));
            if (arms[arms.Count - 1].Condition.Truth == true)
            {
                break;
            }
        }

        var last = arms[arms.Count - 1];
        if (last.Condition.Truth != true && !(@switch.IsExhaustive && @switch.Arms[@switch.Arms.Length - 1].Guard is null))
        {
            throw Reject(Descriptors.Exhaustive, @switch);
        }

        var type = expected ?? Common([.. arms.Select(a => a.Value)], @switch);
        var result = Wrap(last.Lets, Hoisting(() => Coerce(last.Value, type, last.At)));
        for (var i = arms.Count - 2; i >= 0; i--)
        {
            var (lets, condition, value, at) = arms[i];
            result = Wrap(lets, Choose(condition, Hoisting(() => Coerce(value, type, at)), result, at));
        }

        // The test of a first arm evaluates the scrutinee; where that arm always applies there is no test.
        return arms.Count == 1 ? After(scrutinee, "value", result, @switch) : result;
    }

    private static Expr Wrap(List<Hoisted> lets, Expr body)
    {
        for (var i = lets.Count - 1; i >= 0; i--)
        {
            body = new Expr(Node.List(Node.Word("let"), lets[i].Variable, Node.Text(lets[i].Name), lets[i].Type, lets[i].Value, body.Node), body.Type);
        }

        return body;
    }

    /// <summary>Adds what must hold for a value to match, and binds the pattern's variables.</summary>
    private void Match(IPatternOperation pattern, Expr input, List<Expr> conditions, bool annotate)
    {
        switch (pattern)
        {
            case IDiscardPatternOperation:
                break;
            case IConstantPatternOperation constant:
                AddAnnotated(conditions, annotate, constant.Syntax, c => MatchConstant(constant.Value, input, c, constant));
                break;
            case IRelationalPatternOperation relational:
                AddAnnotated(conditions, annotate, relational.Syntax, c => MatchRelation(relational, input, c));
                break;
            case IDeclarationPatternOperation { MatchesNull: true } declaration:
                BindPattern(declaration.DeclaredSymbol, input);
                break;
            case IDeclarationPatternOperation declaration:
                BindPattern(declaration.DeclaredSymbol, Narrow(input, declaration.MatchedType!, conditions, declaration));
                break;
            case ITypePatternOperation type:
                Narrow(input, type.MatchedType, conditions, type);
                break;
            case IRecursivePatternOperation recursive:
                MatchRecursive(recursive, input, conditions, annotate);
                break;
            case INegatedPatternOperation negated:
                var inner = new List<Expr>();
                Match(negated.Pattern, input, inner, annotate: false);
                AddAnnotated(conditions, annotate, negated.Syntax, c => c.Add(Not(Conjunction(inner, negated), negated)));
                break;
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either:
                AddAnnotated(conditions, annotate, either.Syntax, c => c.Add(Either(either, input)));
                break;
            case IBinaryPatternOperation both:
                Match(both.LeftPattern, input, conditions, annotate);
                Match(both.RightPattern, Narrowed(input, both.LeftPattern.NarrowedType, both), conditions, annotate);
                break;
            default:
                throw Reject(Descriptors.Pattern, pattern, $"The pattern '{Quote(pattern)}'", "Use constants, comparisons, types, properties, positions, var, _, and, or, not; for sequences First, Rest and Count.");
        }
    }

    private void AddAnnotated(List<Expr> conditions, bool annotate, SyntaxNode syntax, Action<List<Expr>> match)
    {
        var own = new List<Expr>();
        match(own);
        if (!annotate)
        {
            conditions.AddRange(own);
            return;
        }

        // 'X: > 2' and 'var x and > 2' say more than '> 2'.
        var quoted = syntax;
        while (quoted.Parent is BinaryPatternSyntax or SubpatternSyntax { NameColon: not null } or SubpatternSyntax { ExpressionColon: not null })
        {
            quoted = quoted.Parent;
        }

        conditions.AddRange(own.Select(c => Annotated(c, quoted)));
    }

    private Expr Either(IBinaryPatternOperation either, Expr input)
    {
        var left = new List<Expr>();
        var right = new List<Expr>();
        Match(either.LeftPattern, input, left, annotate: false);
        Match(either.RightPattern, input, right, annotate: false);
        var (a, b) = (Conjunction(left, either), Conjunction(right, either));
        return a.Truth == true || b.Truth == true ? new Expr(Node.Word("t"), BoolType) : Operation("Or", BoolType, either, a, b);
    }

    private Expr Narrowed(Expr input, ITypeSymbol type, IOperation at) =>
        Known.IsUnion(input.Type.Symbol) && Known.Derives(type, input.Type.Symbol!) ? Coerce(Required(input, at), new Ty(type, false), at) : input;

    private void MatchConstant(IOperation constant, Expr input, List<Expr> conditions, IOperation at)
    {
        var value = Value(constant, null);
        if (value.Type.IsNull)
        {
            conditions.Add(Not(Has(input), at));
            return;
        }

        var present = Present(input, conditions);
        conditions.Add(value.Truth switch
        {
            true => present,
            false => Not(present, at),
            _ => Equal(present, value, at),
        });
    }

    private void MatchRelation(IRelationalPatternOperation pattern, Expr input, List<Expr> conditions)
    {
        var present = Present(input, conditions);
        if (!Known.IsInteger(present.Type.Symbol))
        {
            throw Reject(Descriptors.Pattern, pattern, $"The comparison '{Quote(pattern)}'", "Only integers are ordered.");
        }

        var bound = Value(pattern.Value, present.Type);
        conditions.Add(pattern.OperatorKind switch
        {
            BinaryOperatorKind.LessThan => Operation("Less", BoolType, pattern, present, bound),
            BinaryOperatorKind.LessThanOrEqual => Operation("LessOrEqual", BoolType, pattern, present, bound),
            BinaryOperatorKind.GreaterThan => Operation("Less", BoolType, pattern, bound, present),
            _ => Operation("LessOrEqual", BoolType, pattern, bound, present),
        });
    }

    private void MatchRecursive(IRecursivePatternOperation pattern, Expr input, List<Expr> conditions, bool annotate)
    {
        var value = Narrow(input, pattern.MatchedType, conditions, pattern);
        if (pattern.DeconstructSymbol is IMethodSymbol deconstruct && !IsSynthesized(deconstruct))
        {
            throw Reject(Descriptors.Pattern, pattern, $"The pattern '{Quote(pattern)}' with a Deconstruct of its own", "Match properties, or the positions of a record.");
        }

        for (var i = 0; i < pattern.DeconstructionSubpatterns.Length; i++)
        {
            Match(pattern.DeconstructionSubpatterns[i], Part(value, i, pattern), conditions, annotate);
        }

        foreach (var sub in pattern.PropertySubpatterns)
        {
            var member = sub.Member switch
            {
                IPropertyReferenceOperation property => Property(property, value),
                IFieldReferenceOperation field => Field(field, value),
                _ => throw Reject(Descriptors.Pattern, sub, $"'{Quote(sub)}'", "Match properties of records."),
            };
            Match(sub.Pattern, member, conditions, annotate);
        }

        BindPattern(pattern.DeclaredSymbol, value);
    }

    private static bool IsSynthesized(IMethodSymbol deconstruct) =>
        Known.IsRecord(deconstruct.ContainingType) && Known.IsSynthesized(deconstruct);

    private void BindPattern(ISymbol? variable, Expr value)
    {
        if (variable is not null)
        {
            environment[variable] = value;
        }
    }

    private Expr Present(Expr input, List<Expr> conditions)
    {
        if (!input.Type.IsOptional || input.Type.IsNull)
        {
            return input;
        }

        conditions.Add(Has(input));
        return Unwrap(input);
    }

    /// <summary>The value seen as a type, with the tests that this needs.</summary>
    private Expr Narrow(Expr input, ITypeSymbol type, List<Expr> conditions, IOperation at)
    {
        var present = Present(input, conditions);
        var wanted = Ty.Of(type).Required;
        if (SymbolEqualityComparer.Default.Equals(present.Type.Symbol, wanted.Symbol))
        {
            return present;
        }

        if (Known.IsUnion(present.Type.Symbol) && Known.Derives(wanted.Symbol!, present.Type.Symbol!))
        {
            conditions.Add(new Expr(Node.List(Node.Word("is"), Type(wanted, at), present.Node), BoolType));
            return Coerce(present, wanted, at);
        }

        return IsSameTerm(present.Type.Symbol!, wanted.Symbol!) || Known.IsUnion(wanted.Symbol) && Known.Derives(present.Type.Symbol!, wanted.Symbol!)
            ? Coerce(present, wanted, at)
            : throw Reject(Descriptors.Pattern, at, $"The type test '{Quote(at)}'", "Test for cases of a closed hierarchy: an abstract record with sealed nested cases.");
    }
}
