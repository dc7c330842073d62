using System.Collections.Immutable;
using Igloo.Components;
using Igloo.Terms;
using Igloo.Terms.Evaluation;

namespace Igloo.Exploring.Narrowing;

/// <summary>
/// Evaluates terms over partly known values. The result is a value, a hole, a construct, or <see cref="Blocked"/> where it needs
/// what is not known.
/// </summary>
internal static class PartialEvaluation
{
    /// <summary>The value; <see cref="Blocked.Undefined"/> where the evaluation fails.</summary>
    public static object? Attempt(Term term, Scope scope)
    {
        try
        {
            return Of(term, scope);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or MissingTermsException))
        {
            return Blocked.Undefined;
        }
    }

    public static object? Of(Term term, Scope scope) => term switch
    {
        LiteralTerm literal => literal.Value,
        VariableTerm variable => scope.Get(variable) is Scope.Delayed delayed ? Of(delayed.Term, delayed.Scope) : scope.Get(variable),
        LetTerm let => Of(let.Body, Let(let, scope)),
        ConditionalTerm conditional => Of(conditional.Test, scope) switch
        {
            bool holds => Of(holds ? conditional.Then : conditional.Otherwise, scope),
            var unknown => unknown,
        },
        FieldTerm field => Field(Of(field.Target, scope), field.Name),
        ConstructTerm construct => Build(NativeTypes.Of(construct.Type), Names(construct.Type), [.. construct.Arguments.Select(a => Of(a, scope))]),
        WithTerm with => With(with, scope),
        CaseTestTerm test => Case(Of(test.Target, scope), NativeTypes.Of(test.CaseType)),
        CaseCastTerm cast => Of(cast.Target, scope),
        NoneTerm => null,
        SomeTerm some => Of(some.Value, scope),
        HasValueTerm has => Presence(Of(has.Target, scope)),
        ValueTerm value => Present(Of(value.Target, scope), value),
        CallTerm call => Call(call, scope),
        OperationTerm operation => Operation(operation, scope),
        _ => throw new ArgumentException($"A {term.GetType().Name} has no value of its own.", nameof(term)),
    };

    public static Scope Let(LetTerm let, Scope scope) => scope.With(let.Variable, new Scope.Delayed(let.Value, scope));

    /// <summary>The body that a call reaches, arguments delayed; the hole of the receiver; or null where the call goes to compiled code.</summary>
    public static (Term? Body, Scope Scope, Blocked? Blocked) Enter(CallTerm call, Scope scope)
    {
        var receiver = call.Receiver is null ? null : Of(call.Receiver, scope);
        if (receiver is Blocked blocked) return (null, scope, blocked);
        if (Partial.FirstHole(receiver) is { } hole) return (null, scope, new Blocked(hole));
        receiver = Partial.Known(receiver);
        if (call.Receiver is not null && receiver is null) throw new InvalidOperationException("The receiver has no value.");
        return Evaluation.Target(call.Function, receiver) is { Body: { } body } function
            ? (body, Scope.Of(function, receiver, [.. call.Arguments.Select(a => Argument(a, scope))]), null)
            : (null, scope, null);
    }

    /// <summary>The first hole that a function literal needs, besides its parameters.</summary>
    public static Blocked? Needs(Term term, Scope scope, ImmutableHashSet<VariableTerm> bound)
    {
        if (Root(term) is { } root)
        {
            if (bound.Contains(root)) return null;
            var value = Of(term, scope);
            return value as Blocked ?? (Partial.FirstHole(value) is { } hole ? new Blocked(hole) : null);
        }

        if (term is LetTerm let) bound = bound.Add(let.Variable);
        if (term is LambdaTerm lambda) bound = bound.Union(lambda.Parameters);
        foreach (var part in Subterms.Of(term))
        {
            if (Needs(part, scope, bound) is { } needed) return needed;
        }

        return null;
    }

    private static object? Argument(Term argument, Scope scope) => argument switch
    {
        LiteralTerm literal => literal.Value,
        VariableTerm variable => scope.Get(variable),
        _ => new Scope.Delayed(argument, scope),
    };

    /// <summary>The variable of a path: fields, casts and values of a variable.</summary>
    private static VariableTerm? Root(Term term) => term switch
    {
        VariableTerm variable => variable,
        FieldTerm field => Root(field.Target),
        CaseCastTerm cast => Root(cast.Target),
        ValueTerm value => Root(value.Target),
        _ => null,
    };

    private static object? Field(object? target, string name) => target switch
    {
        Blocked => target,
        Hole hole => new Blocked(hole),
        null => throw new InvalidOperationException($"{name} of nothing."),
        _ => Partial.Field(target, name),
    };

    private static ImmutableArray<string> Names(Type type) => TermRegistry.Shape(type) switch
    {
        TypeShape.Record record => [.. record.Fields.Select(f => f.Name)],
        TypeShape.Class model => [.. model.Fields.Select(f => f.Name)],
        _ => [],
    };

    private static object? Build(Type native, ImmutableArray<string> names, object?[] fields) =>
        fields.FirstOrDefault(f => f is Blocked) is { } blocked ? blocked
        : fields.Any(f => Partial.FirstHole(f) is not null) ? new Construct(native, [.. names.Zip(fields)])
        : NativeMembers.Construct(native, [.. fields.Select(Partial.Known)]);

    private static object? With(WithTerm with, Scope scope)
    {
        var target = Of(with.Target, scope);
        if (target is Blocked) return target;
        if (target is Hole hole) return new Blocked(hole);
        var updates = with.Updates.ToDictionary(u => u.Key, u => u.Value);
        var names = Names(with.Type);
        return Build(NativeTypes.Of(with.Type), names, [.. names.Select(n => updates.TryGetValue(n, out var update) ? Of(update, scope) : Field(target, n))]);
    }

    private static object Case(object? target, Type @case) => target switch
    {
        Blocked => target,
        Hole hole => new Blocked(hole),
        Construct construct => @case.IsAssignableFrom(construct.Type),
        _ => @case.IsInstanceOfType(target),
    };

    private static object Presence(object? target) => target switch
    {
        Blocked => target,
        Hole hole when Partial.IsOption(hole.Type) => new Blocked(hole),
        _ => target is not null,
    };

    private static object? Present(object? target, ValueTerm term) => target switch
    {
        Hole hole when Partial.IsOption(hole.Type) => new Blocked(hole),
        null => throw new InvalidOperationException($"{TermPrinter.Print(term)} has no value."),
        _ => target,
    };

    private static object? Call(CallTerm call, Scope scope)
    {
        var (body, inner, blocked) = Enter(call, scope);
        if (blocked is not null) return blocked;
        if (body is not null) return Of(body, inner);
        var arguments = call.Arguments.Select(a => Of(a, scope)).ToArray();
        if (Unknown(arguments) is { } unknown) return unknown;
        var receiver = call.Receiver is null ? null : Partial.Known(Of(call.Receiver, scope));
        return NativeMembers.Invoke(call.Function, receiver, [.. arguments.Select(Partial.Known)]);
    }

    private static object? Operation(OperationTerm term, Scope scope)
    {
        if (term.Operation is Terms.Operation.And or Terms.Operation.Or)
        {
            var first = Of(term.Arguments[0], scope);
            return first is bool value && value == (term.Operation == Terms.Operation.And) ? Of(term.Arguments[1], scope) : first;
        }

        var operands = term.Arguments.Select(a => a is LambdaTerm lambda ? Needs(lambda, scope, []) : Of(a, scope)).ToArray();
        if (term.Operation is Terms.Operation.Equal)
        {
            return operands.FirstOrDefault(o => o is Blocked)
                ?? (Partial.AreEqual(operands[0], operands[1]) is { } known ? known : new Blocked(Partial.FirstHole(operands[0]) ?? Partial.FirstHole(operands[1])));
        }

        if (term.Operation is Terms.Operation.ComponentIsInternal && operands[0] is Construct e) return EventSignature.Of(e.Type).IsInternal;
        return Unknown(operands) is { } unknown
            ? unknown
            : OperationEvaluation.Of(
                term,
                operand => Partial.Known(operands[term.Arguments.IndexOf(operand)]),
                (lambda, x) => Partial.Known(Of(lambda.Body, lambda.Parameters.Zip(x).Aggregate(scope, (s, p) => s.With(p.First, p.Second)))));
    }

    private static Blocked? Unknown(object?[] values)
    {
        foreach (var value in values)
        {
            if (value is Blocked blocked) return blocked;
            if (Partial.FirstHole(value) is { } hole) return new Blocked(hole);
        }

        return null;
    }
}
