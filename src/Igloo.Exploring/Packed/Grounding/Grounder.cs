using Igloo.Exploring.Packed.Diagrams;
using Igloo.Exploring.Packed.Layouts;
using Igloo.Terms;
using Igloo.Terms.Evaluation;

namespace Igloo.Exploring.Packed.Grounding;

/// <summary>
/// Evaluates terms over values that depend on the bits of a state. What is constant is computed by the operations of the values
/// themselves, so only what depends on the state remains, as conditions over its bits.
/// </summary>
/// <remarks>
/// Every evaluation has a path: the condition under which the result counts. Where a term has no value, or none that can be packed,
/// that is noted in <see cref="Unavailable"/>; there the compiled code decides.
/// </remarks>
internal sealed partial class Grounder(ConditionTable conditions, ValueRanges ranges)
{
    /// <summary>The largest number of values that one expression may have.</summary>
    private const int MaxAlternatives = 1 << 14;

    public ConditionTable Conditions => conditions;

    /// <summary>Where some evaluation since the last <see cref="Reset"/> has no result.</summary>
    public int Unavailable { get; private set; }

    /// <summary>Forgets <see cref="Unavailable"/>.</summary>
    public void Reset() => Unavailable = ConditionTable.False;

    /// <summary>Notes where there is no result.</summary>
    public void Undefine(int condition) => Unavailable = conditions.Or(Unavailable, condition);

    /// <summary>The value of a function at arguments.</summary>
    public Value Call(FunctionDefinition function, Value? receiver, IReadOnlyList<Value> arguments, int path)
    {
        var scope = Scope.Empty;
        if (function.Receiver is { } self) scope = scope.With(self, receiver!);
        for (var i = 0; i < arguments.Count; i++) scope = scope.With(function.Parameters[i], arguments[i]);
        return Of(function.Body!, scope, path);
    }

    /// <summary>The value of a term.</summary>
    public Value Of(Term term, Scope scope, int path)
    {
        if (path == ConditionTable.False) return Value.Undefined.Instance;
        return term switch
        {
            LiteralTerm literal => Constant(literal.Value),
            VariableTerm variable => scope.Get(variable),
            LetTerm let => Of(let.Body, scope.With(let.Variable, Of(let.Value, scope, path)), path),
            ConditionalTerm conditional => Conditional(conditional, scope, path),
            FieldTerm field => Field(Defined(Of(field.Target, scope, path), path), field.Name, path),
            ConstructTerm construct => Construct(construct, scope, path),
            WithTerm with => With(with, scope, path),
            CaseTestTerm test => Test(Of(test.Target, scope, path), NativeTypes.Of(test.CaseType), path),
            CaseCastTerm cast => Cast(Of(cast.Target, scope, path), NativeTypes.Of(cast.Type), path),
            NoneTerm => Constant(null),
            SomeTerm some => Some(Of(some.Value, scope, path)),
            HasValueTerm has => Has(Of(has.Target, scope, path)),
            ValueTerm value => Defined(Of(value.Target, scope, path), path),
            CallTerm call => Call(call, scope, path),
            OperationTerm operation => Operate(operation, scope, path),
            _ => throw new GroundingException($"has a {term.GetType().Name}"),
        };
    }

    /// <summary>The condition that a value of type bool is. Undefined counts as false: the path excludes it.</summary>
    public int Condition(Value value) => value switch
    {
        Value.Truth truth => truth.Condition,
        Value.Undefined => ConditionTable.False,
        _ => throw new GroundingException("has a condition that is no truth value"),
    };

    private int Condition(Term term, Scope scope, int path) => Condition(Of(term, scope, path));

    /// <summary>A value that is the same in every state.</summary>
    public static Value Constant(object? content) => content is bool truth
        ? new Value.Truth(truth ? ConditionTable.True : ConditionTable.False)
        : new Value.Choice(new Guarded(ConditionTable.True, content));

    private Value Conditional(ConditionalTerm term, Scope scope, int path)
    {
        var test = Condition(term.Test, scope, path);
        var holds = conditions.And(path, test);
        var fails = conditions.And(path, conditions.Not(test));
        if (fails == ConditionTable.False) return Of(term.Then, scope, holds);
        return holds == ConditionTable.False
            ? Of(term.Otherwise, scope, fails)
            : Merge(test, Of(term.Then, scope, holds), Of(term.Otherwise, scope, fails));
    }

    private Value[] All(IReadOnlyList<Term> terms, Scope scope, int path)
    {
        var values = new Value[terms.Count];
        for (var i = 0; i < values.Length; i++) values[i] = Of(terms[i], scope, path);
        return values;
    }
}
