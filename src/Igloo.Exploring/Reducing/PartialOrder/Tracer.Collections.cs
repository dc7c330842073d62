using System.Collections;
using System.Collections.Immutable;
using Igloo.Terms;
using Igloo.Terms.Evaluation;

namespace Igloo.Exploring.Reducing.PartialOrder;

/// <summary>Operations of collections: those with a key or an element use the part of the collection that it selects.</summary>
internal sealed partial class Tracer
{
    private Shade Operate(OperationTerm term, Scope scope)
    {
        var a = term.Arguments;
        switch (term.Operation)
        {
            case Operation.MapGet or Operation.FiniteMapGet:
                return Selected(Follow(a[0], scope), Key(a[1], scope));
            case Operation.SetContains or Operation.FiniteMapContainsKey or Operation.BagContains or Operation.BagCountOf:
                Force(Selected(Follow(a[0], scope), Key(a[1], scope)));
                return Shade.Opaque;
            case Operation.MapSet or Operation.FiniteMapSet:
                var value = Follow(a[2], scope);
                return Rewritten(Follow(a[0], scope), Key(a[1], scope), place => Assigned(place, value), value);
            case Operation.FiniteMapRemove:
                return Rewritten(Follow(a[0], scope), Key(a[1], scope), place => [new Access(place, AccessKind.Assign)]);
            case Operation.MapUpdate:
                return Mapped(term, scope);
            case Operation.SetAdd or Operation.BagAdd:
                return Rewritten(Follow(a[0], scope), Key(a[1], scope), place => [new Access(place, AccessKind.Insert)]);
            case Operation.SetRemove or Operation.BagRemove:
                return Rewritten(Follow(a[0], scope), Key(a[1], scope), place => [new Access(place, AccessKind.Delete)]);
            case Operation.SeqFirst when Follow(a[0], scope) is Shade.Part sequence:
                Read(sequence.Place, AccessKind.Front);
                return Shade.Opaque;
            case Operation.SeqIsEmpty when isConcrete && Follow(a[0], scope) is Shade.Part sequence && !Evaluation.Holds(term, scope.Bindings):
                Read(sequence.Place, AccessKind.Front);
                return Shade.Opaque;
            case Operation.SeqRest when Follow(a[0], scope) is Shade.Part sequence:
                Read(sequence.Place, AccessKind.Front);
                return new Shade.Changed(sequence.Place, [new Access(sequence.Place, AccessKind.Pop)]);
            case Operation.SeqAppend when Follow(a[0], scope) is Shade.Part sequence:
                Force(Follow(a[1], scope));
                return new Shade.Changed(sequence.Place, [new Access(sequence.Place, AccessKind.Push)]);
            case Operation.DomainAll or Operation.DomainExists or Operation.SetAll or Operation.SetExists:
                return Quantified(term, scope);
            default:
                return Generic(term, scope);
        }
    }

    /// <summary>The value of a key where it is known, in a given state always; else null and false.</summary>
    private (object? Value, bool IsKnown) Key(Term key, Scope scope)
    {
        var shade = Follow(key, scope);
        if (shade is Shade.Known known) return (known.Value, true);
        Force(shade);
        return isConcrete ? (Evaluation.Of(key, scope.Bindings), true) : (null, false);
    }

    private Shade Selected(Shade collection, (object? Value, bool IsKnown) key)
    {
        if (PlaceOf(collection)?.At(key.Value, key.IsKnown) is { } place && key.IsKnown
            && (collection is Shade.Part || (collection is Shade.Changed changed && !changed.Writes.Any(w => w.Place.Overlaps(place)))))
        {
            return new Shade.Part(place);
        }

        Force(collection);
        return Shade.Opaque;
    }

    private Shade Rewritten(Shade collection, (object? Value, bool IsKnown) key, Func<Place, ImmutableArray<Access>> writes, Shade? value = null)
    {
        if (PlaceOf(collection) is { } place)
        {
            return new Shade.Changed(place, [.. Assigned(place, collection).Concat(writes(place.At(key.Value, key.IsKnown))).Distinct()]);
        }

        Force(collection);
        if (value is not null) Force(value);
        return Shade.Opaque;
    }

    private Shade Mapped(OperationTerm term, Scope scope)
    {
        var key = Key(term.Arguments[1], scope);
        var map = Follow(term.Arguments[0], scope);
        var lambda = (LambdaTerm)term.Arguments[2];
        var old = Selected(map, key);
        var get = new OperationTerm(Operation.MapGet, [term.Arguments[0], term.Arguments[1]], lambda.Parameters[0].Type);
        var inner = isConcrete
            ? new Scope(scope.Shades.SetItem(lambda.Parameters[0], old), scope.Bindings.WithLazy(lambda.Parameters[0], () => Evaluation.Of(get, scope.Bindings)))
            : scope.With(lambda.Parameters[0], old);
        var value = Follow(lambda.Body, inner);
        return Rewritten(map, key, place => Assigned(place, value), value);
    }

    private Shade Quantified(OperationTerm term, Scope scope)
    {
        var lambda = (LambdaTerm)term.Arguments[1];
        var collection = Follow(term.Arguments[0], scope);
        if (collection is not Shade.Known { Value: IEnumerable elements }) return Generic(term, scope);
        var absorbing = term.Operation is Operation.DomainExists or Operation.SetExists;
        bool? result = !absorbing;
        foreach (var element in elements)
        {
            var truth = Decide(lambda.Body, scope.With(lambda.Parameters[0], element), isGuard: false);
            if (truth == absorbing) return new Shade.Known(absorbing);
            if (truth is null) result = null;
        }

        return result is { } known ? new Shade.Known(known) : Shade.Opaque;
    }

    /// <summary>Depends on all of its operands; functions may be applied to anything.</summary>
    private Shade Generic(OperationTerm term, Scope scope)
    {
        foreach (var argument in term.Arguments)
        {
            if (argument is LambdaTerm lambda) ForceEverything(lambda.Body, scope, [.. lambda.Parameters]);
            else Force(Follow(argument, scope));
        }

        return Shade.Opaque;
    }

    /// <summary>Notes all that the variables of a term hold, without following it: its parameters have no values here.</summary>
    private void ForceEverything(Term body, Scope scope, HashSet<VariableTerm> parameters)
    {
        foreach (var variable in FreeVariables.Of(body).Where(v => !parameters.Contains(v))) Force(scope.Shades[variable]);
    }
}
