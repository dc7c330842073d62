using System.Collections.Immutable;
using Igloo.Terms;
using Igloo.Terms.Evaluation;

namespace Igloo.Exploring.Reducing.PartialOrder;

/// <summary>Records, options, cases, and calls.</summary>
internal sealed partial class Tracer
{
    /// <summary>The body that a call reaches and what is known there; null where there is none to look into.</summary>
    public (Term Body, Scope Scope)? Enter(CallTerm call, Scope scope)
    {
        // An operation of a theory depends on its arguments only.
        if (call.Function.DeclaringType.IsInterface) return null;
        var receiver = call.Receiver is null ? null : Follow(call.Receiver, scope);
        if (receiver is not (null or Shade.Known { Value: not null }) && TermRegistry.FindShape(call.Function.DeclaringType) is TypeShape.Class) return ForceReceiver(receiver);
        var model = (receiver as Shade.Known)?.Value;
        var function = model is not null && TermRegistry.FindShape(call.Function.DeclaringType) is TypeShape.Class && TermRegistry.FindShape(model.GetType()) is TypeShape.Class
            ? TermRegistry.Dispatch(model.GetType(), call.Function)
            : TermRegistry.Function(call.Function);
        if (function.Body is not { } body) return null;
        var shades = function.Parameters.Zip(call.Arguments.Select(a => Follow(a, scope))).ToImmutableDictionary(p => p.First, p => p.Second);
        if (function.Receiver is { } self) shades = shades.Add(self, receiver!);
        var bindings = isConcrete
            ? Evaluation.Enter(call, scope.Bindings)!.Value.Bindings
            : Bindings.Of(shades.Where(s => s.Value is Shade.Known).ToDictionary(s => s.Key, s => ((Shade.Known)s.Value).Value));
        return (body, new Scope(shades, bindings));
    }

    private (Term, Scope)? ForceReceiver(Shade receiver)
    {
        Force(receiver);
        return null;
    }

    private Shade FieldOf(Shade target, string name)
    {
        switch (target)
        {
            case Shade.Part part:
                return new Shade.Part(part.Place.Field(name));
            case Shade.Changed changed when changed.Place.Field(name) is var field && changed.Writes.All(w => !w.Place.Overlaps(field) || w.Place.Depth > field.Depth):
                ImmutableArray<Access> inside = [.. changed.Writes.Where(w => w.Place.Overlaps(field))];
                return inside.IsEmpty ? new Shade.Part(field) : new Shade.Changed(field, inside);
            case Shade.Built built when built.Fields.TryGetValue(name, out var value):
                return value;
            case Shade.Perhaps perhaps:
                return FieldOf(perhaps.Value, name);
            default:
                Force(target);
                return Shade.Opaque;
        }
    }

    private Shade Updated(WithTerm with, Scope scope)
    {
        var target = Present(Follow(with.Target, scope));
        var updates = with.Updates.Select(u => (u.Key, Value: Follow(u.Value, scope))).ToList();
        switch (target)
        {
            case Shade.Built built:
                return built with { Fields = built.Fields.SetItems(updates.Select(u => KeyValuePair.Create(u.Key, u.Value))) };
            case Shade.Part or Shade.Changed:
                var place = PlaceOf(target)!;
                var written = updates.SelectMany(u => Assigned(place.Field(u.Key), u.Value));
                return new Shade.Changed(place, [.. Assigned(place, target).Concat(written).Distinct()]);
            default:
                Force(target);
                foreach (var (_, value) in updates) Force(value);
                return Shade.Opaque;
        }
    }

    private Shade TestCase(CaseTestTerm test, Shade target)
    {
        if (target is Shade.Built built) return new Shade.Known(built.Type == test.CaseType);
        Force(target);
        return Shade.Opaque;
    }

    private Shade HasValue(Shade target)
    {
        if (target is Shade.Built or Shade.Changed) return new Shade.Known(true);
        if (target is Shade.Known known) return new Shade.Known(known.Value is not null);
        if (target is not Shade.Perhaps) Force(target);
        return Shade.Opaque;
    }
}
