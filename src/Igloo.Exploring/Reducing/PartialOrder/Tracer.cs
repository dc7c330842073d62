using System.Collections.Immutable;
using Igloo.Models;
using Igloo.Terms;
using Igloo.Terms.Evaluation;

namespace Igloo.Exploring.Reducing.PartialOrder;

/// <summary>
/// Follows a term and notes which parts of the state it reads: in a given state those that its value there depends on, otherwise those that it
/// may depend on in any state.
/// </summary>
/// <param name="isConcrete">Whether the bindings have values for all variables, so that conditions are decided.</param>
internal sealed partial class Tracer(bool isConcrete)
{
    private HashSet<Access> reads = [];

    /// <summary>What was read so far.</summary>
    public ImmutableArray<Access> Reads => [.. reads];

    /// <summary>The footprint of an event in all states.</summary>
    public static Footprint OfEvent(FunctionDefinition next, EventSystem system, object e)
    {
        var bindings = Bindings.Of(new Dictionary<VariableTerm, object?> { [next.Receiver!] = system, [next.Parameters[1]] = e });
        return Follow(new Tracer(isConcrete: false), next, system, e, bindings);
    }

    /// <summary>The footprint of an event in a state.</summary>
    public static Footprint OfEventIn(FunctionDefinition next, EventSystem system, object e, object state)
    {
        try
        {
            return Follow(new Tracer(isConcrete: true), next, system, e, Bindings.Of(next, system, [state, e]));
        }
        catch (Exception undefined) when (undefined is InvalidOperationException or ArgumentException or ArithmeticException or KeyNotFoundException)
        {
            // A local may be undefined where it is not used.
            return Footprint.Everything;
        }
    }

    /// <summary>Notes whatever a value depends on.</summary>
    public void Force(Shade shade)
    {
        switch (shade)
        {
            case Shade.Part part:
                Read(part.Place, AccessKind.Value);
                break;
            case Shade.Changed changed:
                Read(changed.Place, AccessKind.Value);
                break;
            case Shade.Built built:
                foreach (var field in built.Fields.Values) Force(field);
                break;
            case Shade.Perhaps perhaps:
                Force(perhaps.Value);
                break;
            default:
                break;
        }
    }

    /// <summary>What is known of a term's value; what that depends on is noted.</summary>
    public Shade Follow(Term term, Scope scope)
    {
        if (term is not LambdaTerm && IsKnown(term, scope)) return Evaluated(term, scope);
        return term switch
        {
            VariableTerm variable => scope.Shades[variable],
            LetTerm let => Follow(let.Body, Bind(let, scope)),
            ConditionalTerm conditional => Choose(conditional, scope),
            FieldTerm field => FieldOf(Follow(field.Target, scope), field.Name),
            ConstructTerm construct => new Shade.Built(construct.Type, FieldsOf(construct.Type).Zip(construct.Arguments).ToImmutableDictionary(f => f.First, f => Follow(f.Second, scope))),
            WithTerm with => Updated(with, scope),
            CaseTestTerm test => TestCase(test, Follow(test.Target, scope)),
            CaseCastTerm cast => Follow(cast.Target, scope),
            SomeTerm some => Follow(some.Value, scope),
            HasValueTerm has => HasValue(Follow(has.Target, scope)),
            ValueTerm value => Present(Follow(value.Target, scope)),
            CallTerm call => Enter(call, scope) is var (body, inner) ? Follow(body, inner) : ForceAll(call.Arguments, scope),
            OperationTerm { Operation: Operation.And or Operation.Or or Operation.Not } connective => Decide(connective, scope, isGuard: false) is { } truth ? new Shade.Known(truth) : Shade.Opaque,
            OperationTerm operation => Operate(operation, scope),
            _ => throw new ArgumentException($"Unknown term {term.GetType().Name}.", nameof(term)),
        };
    }

    /// <summary>The truth of a condition where it is known; what it depends on is noted, as far as it is evaluated.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="scope">The variables.</param>
    /// <param name="isGuard">Whether the event is not enabled where it is false: of what is enabled, <c>!q.IsEmpty</c> is true.</param>
    public bool? Decide(Term condition, Scope scope, bool isGuard)
    {
        if (IsKnown(condition, scope)) return Evaluated(condition, scope) is Shade.Known { Value: bool known } ? known : null;
        switch (condition)
        {
            case OperationTerm { Operation: Operation.And or Operation.Or } connective:
                var absorbing = connective.Operation == Operation.Or;
                var left = Decide(connective.Arguments[0], scope, isGuard && !absorbing);
                if (left == absorbing) return absorbing;
                var right = Decide(connective.Arguments[1], scope, isGuard && !absorbing);
                return right == absorbing ? absorbing : left is null ? null : right;
            case OperationTerm { Operation: Operation.Not } not when isGuard && not.Arguments[0] is OperationTerm { Operation: Operation.SeqIsEmpty } empty && !isConcrete && Follow(empty.Arguments[0], scope) is Shade.Part sequence:
                Read(sequence.Place, AccessKind.Front);
                return null;
            case OperationTerm { Operation: Operation.Not } not:
                return !Decide(not.Arguments[0], scope, isGuard: false);
            case CallTerm call when Enter(call, scope) is var (body, inner):
                return Decide(body, inner, isGuard);
            default:
                var shade = Follow(condition, scope);
                if (shade is Shade.Known { Value: bool value }) return value;
                Force(shade);
                return isConcrete ? Evaluation.Holds(condition, scope.Bindings) : null;
        }
    }

    private static Footprint Follow(Tracer tracer, FunctionDefinition next, EventSystem system, object e, Bindings bindings)
    {
        var scope = Scope.Of(next, system, [(next.Parameters[0], new Shade.Part(Place.State)), (next.Parameters[1], new Shade.Known(e))], bindings);
        var result = Present(tracer.Follow(next.Body ?? throw new MissingTermsException($"{next.Key} has no body."), scope));
        var writes = result is Shade.Known { Value: null } ? [] : tracer.Assigned(Place.State, result);
        return new Footprint(tracer.Reads, writes);
    }

    /// <summary>The writes that make a place have a value.</summary>
    private ImmutableArray<Access> Assigned(Place place, Shade value)
    {
        switch (value)
        {
            case Shade.Part part when part.Place.Equals(place):
                return [];
            case Shade.Changed changed when changed.Place.Equals(place):
                return changed.Writes;
            case Shade.Built built:
                return [.. built.Fields.SelectMany(f => Assigned(place.Field(f.Key), f.Value))];
            default:
                Force(value);
                return [new Access(place, AccessKind.Assign)];
        }
    }

    private Shade Choose(ConditionalTerm conditional, Scope scope)
    {
        var before = reads;
        reads = [.. before];
        if (Decide(conditional.Test, scope, isGuard: false) is { } known) return Follow(known ? conditional.Then : conditional.Otherwise, scope);
        var noted = reads;
        reads = [.. before];
        var otherwise = Follow(conditional.Otherwise, scope);
        if (otherwise is Shade.Known { Value: null }) Decide(conditional.Test, scope, isGuard: true);
        else reads.UnionWith(noted);
        return Joined(Follow(conditional.Then, scope), otherwise);
    }

    private Shade Joined(Shade a, Shade b)
    {
        switch (a, b)
        {
            case (Shade.Known x, Shade.Known y) when Equals(x.Value, y.Value):
                return a;
            case (Shade.Known { Value: null }, _):
                return b is Shade.Perhaps ? b : new Shade.Perhaps(b);
            case (_, Shade.Known { Value: null }):
                return a is Shade.Perhaps ? a : new Shade.Perhaps(a);
            case (Shade.Perhaps perhaps, _):
                return new Shade.Perhaps(Joined(perhaps.Value, Present(b)));
            case (_, Shade.Perhaps perhaps):
                return new Shade.Perhaps(Joined(a, perhaps.Value));
            default:
                if ((PlaceOf(a) ?? PlaceOf(b)) is { } place && Fits(a, place) && Fits(b, place))
                {
                    return new Shade.Changed(place, [.. Assigned(place, a).Concat(Assigned(place, b)).Distinct()]);
                }

                Force(a);
                Force(b);
                return Shade.Opaque;
        }
    }

    /// <summary>What it is where it is not null.</summary>
    private static Shade Present(Shade shade) => shade is Shade.Perhaps perhaps ? perhaps.Value : shade;

    private static Place? PlaceOf(Shade shade) => shade switch
    {
        Shade.Part part => part.Place,
        Shade.Changed changed => changed.Place,
        _ => null,
    };

    private static bool Fits(Shade shade, Place place) => shade is Shade.Built || place.Equals(PlaceOf(shade));

    private Scope Bind(LetTerm let, Scope scope)
    {
        var shade = Follow(let.Value, scope);
        return isConcrete
            ? new Scope(scope.Shades.SetItem(let.Variable, shade), scope.Bindings.WithLazy(let.Variable, () => Evaluation.Of(let.Value, scope.Bindings)))
            : scope.With(let.Variable, shade);
    }

    private static bool IsKnown(Term term, Scope scope) => FreeVariables.Of(term).All(v => scope.Shades[v] is Shade.Known);

    private static Shade Evaluated(Term term, Scope scope)
    {
        try
        {
            return new Shade.Known(Evaluation.Of(term, scope.Bindings));
        }
        catch (Exception undefined) when (undefined is InvalidOperationException or ArgumentException or ArithmeticException or KeyNotFoundException)
        {
            // It has no value whatever the state, so nothing that is enabled gets here.
            return Shade.Opaque;
        }
    }

    private Shade ForceAll(IEnumerable<Term> terms, Scope scope)
    {
        foreach (var term in terms) Force(Follow(term, scope));
        return Shade.Opaque;
    }

    private void Read(Place place, AccessKind kind) => reads.Add(new Access(place, kind));

    private static IEnumerable<string> FieldsOf(Type type) => TermRegistry.Shape(type) switch
    {
        TypeShape.Record record => record.Fields.Select(f => f.Name),
        TypeShape.Class model => model.Fields.Select(f => f.Name),
        var shape => throw new MissingTermsException($"Terms do not construct a {shape.GetType().Name}."),
    };
}
