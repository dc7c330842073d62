using System.Collections.Immutable;
using System.Reflection;
using Igloo.Exploring.Enumerating;
using Igloo.Exploring.Reducing;
using Igloo.Exploring.Packed.Diagrams;
using Igloo.Exploring.Packed.Layouts;
using Igloo.Models;
using Igloo.Terms;
using Igloo.Terms.Evaluation;

namespace Igloo.Exploring.Packed.Grounding;

/// <summary>Grounds every event of a universe, and every property that does not ask for the past.</summary>
internal sealed class SystemGrounding
{
    private const int MaxConditions = 4_000_000;
    private const int MaxCheckedTuples = 100_000;
    private const long BudgetOfOne = 3_000_000;

    private readonly EventSystem system;
    private readonly Universe universe;
    private readonly Layout layout;
    private readonly ConditionTable conditions = new(MaxConditions);
    private readonly Grounder grounder;
    private readonly Value self;
    private readonly Value state;

    private SystemGrounding(EventSystem system, Universe universe, ValueRanges ranges)
    {
        this.system = system;
        this.universe = universe;
        layout = new LayoutBuilder(ranges).Of(system.StateType);
        grounder = new Grounder(conditions, ranges);
        self = Grounder.Constant(system);
        state = layout.Open(conditions, 0);
    }

    /// <summary>The grounded system.</summary>
    /// <exception cref="GroundingException">The state has no packed form.</exception>
    /// <exception cref="MissingTermsException">The model was not translated.</exception>
    public static GroundSystem Of(EventSystem system, Universe universe, IReadOnlyList<object> events, ValueRanges ranges) =>
        new SystemGrounding(system, universe, ranges).Ground(events);

    private GroundSystem Ground(IReadOnlyList<object> events)
    {
        var next = TermEvaluator.StepOf(system);
        var afters = events.Select(e => After(next, e)).ToArray();
        var grounded = events.Zip(afters, Written).ToImmutableArray();
        var properties = ModelProperty.Of(system).Where(p => !p.NeedsPast).SelectMany(p => p.Kind switch
        {
            PropertyKind.Invariant or PropertyKind.Lemma or PropertyKind.Goal or PropertyKind.Terminal => [OfState(p)],
            PropertyKind.StepProperty or PropertyKind.TraceProperty => OfSteps(p, grounded, afters),
            _ => [],
        });
        ImmutableArray<GroundProperty> checkedProperties = [.. properties];
        conditions.Budget = long.MaxValue;
        return new GroundSystem(layout, conditions, Valid(), grounded, checkedProperties);
    }

    private int Valid()
    {
        var bits = new int[layout.Width];
        layout.Write(grounder, state, ConditionTable.True, bits);
        var valid = ConditionTable.True;
        for (var i = bits.Length - 1; i >= 0; i--) valid = conditions.And(conditions.Same(bits[i], conditions.Bit(i)), valid);
        return valid;
    }

    /// <summary>The optional state after an event, or null where the compiled code decides always.</summary>
    private (Value.Optional After, int Unavailable)? After(FunctionDefinition next, object e)
    {
        grounder.Reset();
        conditions.Budget = BudgetOfOne;
        try
        {
            var after = grounder.Call(next, self, [state, Grounder.Constant(e)], ConditionTable.True);
            return after is Value.Undefined
                ? (new Value.Optional(ConditionTable.False, after), grounder.Unavailable)
                : (grounder.AsOptional(after), grounder.Unavailable);
        }
        catch (Exception ungroundable) when (IsUngroundable(ungroundable))
        {
            return null;
        }
    }

    private GroundEvent Written(object e, (Value.Optional After, int Unavailable)? step)
    {
        if (step is not { } known) return Everywhere(e);
        grounder.Reset();
        conditions.Budget = BudgetOfOne;
        var bits = new int[layout.Width];
        try
        {
            if (known.After.Present != ConditionTable.False) layout.Write(grounder, known.After.Content, known.After.Present, bits);
        }
        catch (Exception ungroundable) when (IsUngroundable(ungroundable))
        {
            return Everywhere(e);
        }

        conditions.Budget = long.MaxValue;
        var unavailable = conditions.Or(known.Unavailable, grounder.Unavailable);
        return new GroundEvent(e, conditions.And(known.After.Present, conditions.Not(unavailable)), unavailable, bits);
    }

    private static GroundEvent Everywhere(object e) => new(e, ConditionTable.False, ConditionTable.True, []);

    /// <summary>Among them values of a form that no rule of the grounder expects: the compiled code decides then as well.</summary>
    private static bool IsUngroundable(Exception exception) => exception is GroundingException or InvalidCastException or KeyNotFoundException;

    private GroundProperty OfState(ModelProperty property) =>
        Checked(property, property.Kind is PropertyKind.Goal or PropertyKind.Terminal, ConditionTable.True, p => p.ParameterType == system.StateType ? state : null)
        is var (found, unavailable) ? new GroundProperty(property, found, unavailable) : new GroundProperty(property, null, ConditionTable.True);

    private IEnumerable<GroundProperty> OfSteps(ModelProperty property, ImmutableArray<GroundEvent> events, (Value.Optional After, int Unavailable)?[] afters)
    {
        for (var i = 0; i < events.Length; i++)
        {
            var e = events[i];
            var parameters = property.Method.GetParameters();
            var eventPlace = Array.FindIndex(parameters, p => p.ParameterType.IsAssignableTo(system.EventType));
            if (eventPlace < 0 || !parameters[eventPlace].ParameterType.IsInstanceOfType(e.Event)) continue;
            var before = Array.FindIndex(parameters, p => p.ParameterType == system.StateType);
            conditions.Budget = long.MaxValue;
            var happens = conditions.Or(e.Enabled, e.Unavailable);
            if (happens == ConditionTable.False) continue;
            var found = afters[i] is not { } known ? null : Checked(
                property,
                wanted: false,
                e.Enabled,
                p => p.Position == eventPlace ? Grounder.Constant(e.Event)
                    : p.ParameterType != system.StateType ? null
                    : p.Position == before ? state : known.After.Content);
            conditions.Budget = long.MaxValue;
            yield return found is var (refuted, unavailable)
                ? new GroundProperty(property, refuted, conditions.Or(e.Unavailable, unavailable), i)
                : new GroundProperty(property, null, happens, i);
        }
    }

    /// <summary>Where a property has the wanted truth value for some values of its other parameters.</summary>
    private (int Found, int Unavailable)? Checked(ModelProperty property, bool wanted, int path, Func<ParameterInfo, Value?> bound)
    {
        var parameters = property.Method.GetParameters();
        var function = ModelTerms.Find(property.Method);
        if (function?.Body is null) return null;
        IReadOnlyList<object?>[] ranges = [.. parameters.Select(p => bound(p) is null ? universe.Values(p) : [null])];
        if (ranges.Aggregate(1L, (product, r) => Math.Min(product * r.Count, MaxCheckedTuples + 1L)) > MaxCheckedTuples) return null;
        grounder.Reset();
        conditions.Budget = BudgetOfOne;
        var found = ConditionTable.False;
        try
        {
            foreach (var values in Product.Of(ranges))
            {
                Value[] arguments = [.. values.Select((v, i) => bound(parameters[i]) ?? Grounder.Constant(v))];
                var holds = grounder.Call(function, self, arguments, path);
                if (holds is Value.Undefined) continue;
                var truth = grounder.Condition(holds);
                found = conditions.Or(found, conditions.And(path, wanted ? truth : conditions.Not(truth)));
                if (found == path) break;
            }
        }
        catch (Exception ungroundable) when (IsUngroundable(ungroundable))
        {
            return null;
        }

        conditions.Budget = long.MaxValue;
        return (conditions.And(found, conditions.Not(grounder.Unavailable)), conditions.And(path, grounder.Unavailable));
    }
}
