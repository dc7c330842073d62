using System.Collections.Immutable;
using Igloo.IoSpecs;
using Igloo.Models;
using Igloo.Terms;
using Igloo.Terms.Evaluation;
using Igloo.Theories;
using Igloo.Trimming;
using Igloo.Values;

namespace Igloo.Monitoring.Automatic;

/// <summary>
/// Reads off the terms of <c>Next</c> whether the parameters of an event case can have other values than those that occur in the state and in the model's
/// parameters: they cannot where each way to a step demands that they are an element of, or equal to, something that occurs.
/// </summary>
/// <remarks>Conditions that it does not understand name nothing, so that the answer errs on the side of further values.</remarks>
internal sealed class NamedParameters
{
    private readonly EventSystem system;
    private readonly FunctionDefinition next;
    private readonly Type caseType;
    private readonly ImmutableArray<string> parameters;
    private readonly Dictionary<VariableTerm, Term> bound = [];
    private readonly HashSet<VariableTerm> occurring;
    private readonly HashSet<FunctionDefinition> entered = [];

    private NamedParameters(EventSystem system, FunctionDefinition next, Type caseType, ImmutableArray<string> parameters)
    {
        this.system = system;
        this.next = next;
        this.caseType = caseType;
        this.parameters = parameters;
        occurring = [next.Parameters[0]];
    }

    private VariableTerm E => next.Parameters[1];

    /// <summary>Whether every event of a case that is enabled in a state is one over the values that occur.</summary>
    /// <param name="system">The system.</param>
    /// <param name="caseType">The case.</param>
    public static bool AreAllOf(EventSystem system, Type caseType)
    {
        var constructor = caseType.Kept().GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        ImmutableArray<string> parameters = [.. constructor.GetParameters().Where(p => p.ParameterType != typeof(bool) && !p.ParameterType.IsEnum).Select(p => p.Name!)];
        if (parameters.IsEmpty) return true;
        try
        {
            var next = TermEvaluator.FunctionOf(system, FunctionRole.Next);
            return new NamedParameters(system, next, caseType, parameters).IsNamed(next.Body!, []);
        }
        catch (MissingTermsException)
        {
            return false;
        }
    }

    private bool IsNamed(Term term, ImmutableHashSet<string> named)
    {
        switch (Plain(term))
        {
            case LetTerm let:
                bound[let.Variable] = let.Value;
                return IsNamed(let.Body, named);
            case ConditionalTerm conditional:
                var tests = Subterms.Conjuncts(conditional.Test).Select(OfCase).ToList();
                return (tests.Contains(false) || IsNamed(conditional.Then, named.Union(Names(conditional.Test, isTrue: true))))
                    && (tests.TrueForAll(t => t is true) || IsNamed(conditional.Otherwise, named.Union(Names(conditional.Test, isTrue: false))));
            case NoneTerm:
                return true;
            case CallTerm call:
                return Inside(call, body => IsNamed(body, named), otherwise: parameters.All(named.Contains));
            default:
                return parameters.All(named.Contains);
        }
    }

    // Whether a condition is a test of the event for this case, or for another one.
    private bool? OfCase(Term condition) =>
        condition is CaseTestTerm test && ReferenceEquals(Plain(test.Target), E) ? NativeTypes.Of(test.CaseType).IsAssignableFrom(caseType) : null;

    private ImmutableHashSet<string> Names(Term condition, bool isTrue)
    {
        switch (Plain(condition))
        {
            case OperationTerm { Operation: Operation.Not } not:
                return Names(not.Arguments[0], !isTrue);
            case OperationTerm { Operation: Operation.And or Operation.Or } both:
                var (left, right) = (Names(both.Arguments[0], isTrue), Names(both.Arguments[1], isTrue));
                return both.Operation == Operation.And == isTrue ? left.Union(right) : left.Intersect(right);
            case OperationTerm { Operation: Operation.Equal } equal when isTrue:
                return [.. Occurs(equal.Arguments[0]) ? Parts(equal.Arguments[1]) : [], .. Occurs(equal.Arguments[1]) ? Parts(equal.Arguments[0]) : []];
            case OperationTerm { Operation: Operation.SetContains or Operation.SeqContains or Operation.BagContains or Operation.FiniteMapContainsKey } contains when isTrue:
                return Occurs(contains.Arguments[0]) ? [.. Parts(contains.Arguments[1])] : [];
            case OperationTerm { Operation: Operation.SetExists or Operation.SeqExists or Operation.BagExists, Arguments: [var collection, LambdaTerm { Parameters: [var element, ..] } test] } when isTrue && Occurs(collection):
                occurring.Add(element);
                return Names(test.Body, isTrue);
            case CallTerm call:
                return Inside(call, body => Names(body, isTrue), otherwise: []);
            default:
                return [];
        }
    }

    private T Inside<T>(CallTerm call, Func<Term, T> read, T otherwise)
    {
        if (call.Receiver is not null && !IsSelf(call.Receiver)) return otherwise;
        var function = call.Receiver is null ? TermRegistry.FindFunction(call.Function) : TermRegistry.Dispatch(system.GetType(), call.Function);
        if (function?.Body is null || !entered.Add(function)) return otherwise;
        foreach (var (parameter, argument) in function.Parameters.Zip(call.Arguments)) bound[parameter] = argument;
        if (function.Receiver is { } self) bound[self] = call.Receiver!;
        var result = read(function.Body);
        entered.Remove(function);
        return result;
    }

    private bool IsSelf(Term term) => next.Receiver is { } self && ReferenceEquals(Plain(term), self);

    /// <summary>Whether a value is one that occurs: in the state, or in a parameter of the model that is a value. What sorts hide does not.</summary>
    private bool Occurs(Term term) => Plain(term) switch
    {
        VariableTerm variable => occurring.Contains(variable),
        FieldTerm field when IsSelf(field.Target) => IsValue(NativeTypes.Of(field.Type)),
        FieldTerm field => !field.Target.Type.IsDefined(typeof(SortAttribute), inherit: false) && Occurs(field.Target),
        ValueTerm value => Occurs(value.Target),
        _ => false,
    };

    private static bool IsValue(Type type) =>
        !type.IsAssignableTo(typeof(ITheory)) && (type.IsValueType || type == typeof(string) || type.Namespace == typeof(Domain<>).Namespace || type.Kept().GetMethod("<Clone>$") is not null);

    /// <summary>The parameters of the event that a value is built from. One that may be null is none of them: null occurs nowhere.</summary>
    private IEnumerable<string> Parts(Term term) => Plain(term) switch
    {
        FieldTerm field when ReferenceEquals(Plain(field.Target), E) => IsOption(field.Type) ? [] : [field.Name],
        ConstructTerm construct when !construct.Type.IsDefined(typeof(SortAttribute), inherit: false) => construct.Arguments.SelectMany(Parts),
        _ => [],
    };

    private static bool IsOption(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Option<>);

    // A variable that is bound is its value; a cast and a wrapping change no value.
    private Term Plain(Term term)
    {
        while (true)
        {
            switch (term)
            {
                case VariableTerm variable when bound.TryGetValue(variable, out var value):
                    term = value;
                    break;
                case SomeTerm some:
                    term = some.Value;
                    break;
                case CaseCastTerm cast:
                    term = cast.Target;
                    break;
                default:
                    return term;
            }
        }
    }
}
