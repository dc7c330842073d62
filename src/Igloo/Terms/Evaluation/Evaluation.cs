using System.Collections.Immutable;

namespace Igloo.Terms.Evaluation;

/// <summary>The recursive evaluation of terms.</summary>
internal static class Evaluation
{
    public static object? Of(Term term, Bindings bindings) => term switch
    {
        LiteralTerm literal => literal.Value,
        VariableTerm variable => bindings.Get(variable),
        LetTerm { IsEager: true } let => Of(let.Body, bindings.With(let.Variable, Of(let.Value, bindings))),
        LetTerm let => Of(let.Body, Let(let, bindings)),
        ConditionalTerm conditional => Of(Holds(conditional.Test, bindings) ? conditional.Then : conditional.Otherwise, bindings),
        FieldTerm field => NativeMembers.Field(Defined(field.Target, bindings), field.Name),
        ConstructTerm construct => NativeMembers.Construct(construct.Type, All(construct.Arguments, bindings)),
        WithTerm with => With(with, bindings),
        CaseTestTerm test => NativeTypes.Of(test.CaseType).IsInstanceOfType(Of(test.Target, bindings)),
        CaseCastTerm cast => Cast(cast, Of(cast.Target, bindings)),
        NoneTerm => null,
        SomeTerm some => Of(some.Value, bindings),
        HasValueTerm has => Of(has.Target, bindings) is not null,
        ValueTerm value => Defined(value.Target, bindings),
        CallTerm call => Call(call, bindings),
        OperationTerm operation => OperationEvaluation.Of(operation, bindings),
        _ => throw new ArgumentException($"A {term.GetType().Name} has no value of its own.", nameof(term)),
    };

    public static bool Holds(Term condition, Bindings bindings) => (bool)Of(condition, bindings)!;

    public static object?[] All(ImmutableArray<Term> terms, Bindings bindings) => [.. terms.Select(t => Of(t, bindings))];

    public static Bindings Let(LetTerm let, Bindings bindings) => bindings.WithLazy(let.Variable, () => Of(let.Value, bindings));

    public static Bindings Apply(LambdaTerm lambda, Bindings bindings, IReadOnlyList<object?> arguments)
    {
        for (var i = 0; i < lambda.Parameters.Length; i++)
        {
            bindings = bindings.With(lambda.Parameters[i], arguments[i]);
        }

        return bindings;
    }

    /// <summary>The body that a call reaches, with the bindings of its parameters; null where the call goes to compiled code.</summary>
    public static (Term Body, Bindings Bindings)? Enter(CallTerm call, Bindings bindings)
    {
        var receiver = call.Receiver is null ? null : Defined(call.Receiver, bindings);
        var function = Target(call.Function, receiver);
        return function?.Body is { } body
            ? (body, Bindings.Of(function, receiver, All(call.Arguments, bindings)))
            : null;
    }

    private static object? Call(CallTerm call, Bindings bindings) =>
        Enter(call, bindings) is { } entered
            ? Of(entered.Body, entered.Bindings)
            : NativeMembers.Invoke(call.Function, call.Receiver is null ? null : Defined(call.Receiver, bindings), All(call.Arguments, bindings));

    /// <summary>The definition to evaluate; null for operations of theories and for receivers whose class has no terms.</summary>
    public static FunctionDefinition? Target(FunctionReference function, object? receiver)
    {
        if (function.DeclaringType.IsInterface)
        {
            return null;
        }

        if (receiver is null || TermRegistry.FindShape(function.DeclaringType) is not TypeShape.Class)
        {
            return TermRegistry.Function(function);
        }

        return TermRegistry.FindShape(receiver.GetType()) is TypeShape.Class ? TermRegistry.Dispatch(receiver.GetType(), function) : null;
    }

    private static object With(WithTerm with, Bindings bindings)
    {
        var target = Defined(with.Target, bindings);
        var updates = with.Updates.ToDictionary(u => u.Key, u => Of(u.Value, bindings));
        var fields = ((TypeShape.Record)TermRegistry.Shape(with.Type)).Fields;
        return NativeMembers.Construct(with.Type, [.. fields.Select(f => updates.TryGetValue(f.Name, out var value) ? value : NativeMembers.Field(target, f.Name))]);
    }

    private static object? Cast(CaseCastTerm cast, object? value) =>
        value is null || NativeTypes.Of(cast.Type).IsInstanceOfType(value)
            ? value
            : throw new InvalidOperationException($"{value} is no {cast.Type.Name}.");

    private static object Defined(Term term, Bindings bindings) =>
        Of(term, bindings) ?? throw new InvalidOperationException($"{TermPrinter.Print(term)} has no value.");
}
