using System.Collections.Immutable;
using Igloo.Models;
using Igloo.Exploring;
using Igloo.Proving.Counterexamples.Decoding;
using Igloo.Proving.Counterexamples.Replaying;
using Igloo.Proving.Symbolic;
using Igloo.Terms;

namespace Igloo.Proving.Counterexamples.Explaining;

/// <summary>Which clause of the user's fails and which guards let the event happen, with places and values.</summary>
internal sealed class Explanation
{
    private const int LongestClause = 160;

    private readonly Counterexample counterexample;
    private readonly DecodedScene scene;
    private readonly TermValues values;
    private readonly SymbolicValue.Object? self;

    internal Explanation(Counterexample counterexample, DecodedScene scene, Evaluation evaluation)
    {
        this.counterexample = counterexample;
        this.scene = scene;
        values = new TermValues(scene.World, evaluation);
        self = SymbolicSubject.Of(evaluation, counterexample.Scene, counterexample.Obligation.Subject);
    }

    /// <summary>What the violated property means in the words of its author.</summary>
    internal string Meaning { get; private set; } = "";

    /// <summary>The clause that fails; null if there is none or it cannot be evaluated.</summary>
    internal ViolatedClause? Clause(Replay replay)
    {
        if (self is null) return null;
        return counterexample.Obligation.Kind switch
        {
            ObligationKind.Simulation => scene.Has(SceneRole.AbstractAfter) && scene[SceneRole.AbstractAfter] is null ? RefusedGuard() : Related("after the event"),
            ObligationKind.InitialSimulation => Related("initially"),
            _ when replay.Subject is EventSystem system && Replay.PropertyOf(counterexample, system) is { } property => Property(property),
            _ => null,
        };
    }

    /// <summary>The guards that let an event happen, or those that stopped it.</summary>
    internal ImmutableArray<SourcePlace> Guards(bool isAbstract)
    {
        var (system, state, e) = isAbstract
            ? (SystemOf(1), Symbol(SceneRole.AbstractBefore), Symbol(SceneRole.AbstractEvent))
            : (SystemOf(0), Symbol(SceneRole.Before), Symbol(SceneRole.Event));
        if (system is null || state is null || e is null || NextOf(system) is not { Body: { } body } next) return [];
        var trace = Attempt(() => GuardTrace.Of(values, body, Evaluation.Scope(next, system, [state, e])));
        if (trace is null) return [];
        var member = $"{next.DeclaringType.Name.Split('`')[0]}.{next.Name}";
        return [.. (isAbstract && scene[SceneRole.AbstractAfter] is null ? trace.Failed : trace.Met).Select(g => SourcePlace.Of(g.Source!, member))];
    }

    private ViolatedClause? Property(ModelProperty property)
    {
        if (DefinitionOf(property.Method.DeclaringType!, property.Name, property.Method.GetParameters().Length) is not { Body: { } body } function) return null;
        Meaning = function.Summary;
        var when = counterexample.Obligation.Kind switch
        {
            ObligationKind.Consecution => "after the event",
            ObligationKind.Initial => "initially",
            ObligationKind.Lemma => "in this state",
            _ => "at the event",
        };
        var isAfter = counterexample.Obligation.Kind is ObligationKind.Consecution;
        var bindings = Bind(function, p => Argument(function, p, isAfter));
        return bindings is null ? null : ClauseOf(function, body, bindings, when);
    }

    private ViolatedClause? Related(string when)
    {
        if (DefinitionOf(counterexample.Obligation.Subject, "Related", 2) is not { Body: { } body } function) return null;
        Meaning = function.Summary;
        var concrete = Symbol(SceneRole.After) ?? Symbol(SceneRole.Before);
        var above = Symbol(SceneRole.AbstractAfter) ?? Symbol(SceneRole.AbstractBefore);
        if (concrete is null || above is null) return null;
        if (ClrTypes.Of(function.Parameters[0].Type) != ConcreteStateType()) (concrete, above) = (above, concrete);
        return ClauseOf(function, body, Evaluation.Scope(function, self, [concrete, above]), when);
    }

    private Type? ConcreteStateType() => (scene.Find(SceneRole.After) ?? scene.Find(SceneRole.Before))?.Type;

    private ViolatedClause? RefusedGuard()
    {
        if (SystemOf(1) is not { } system || Symbol(SceneRole.AbstractBefore) is not { } state || Symbol(SceneRole.AbstractEvent) is not { } e) return null;
        if (NextOf(system) is not { Body: { } body } next) return null;
        var scope = Evaluation.Scope(next, system, [state, e]);
        var trace = Attempt(() => GuardTrace.Of(values, body, scope));
        if (trace is null || trace.FirstFailed is not { } failed) return null;
        var text = Attempt(() => new TruthExplanation(values).Of(failed.Term, failed.Bindings)) ?? "";
        var member = $"{next.DeclaringType.Name.Split('`')[0]}.{next.Name}";
        return new(SourcePlace.Of(failed.Term.Source!, member), "before the event", text, []);
    }

    private ViolatedClause ClauseOf(FunctionDefinition function, Term body, Bindings bindings, string when)
    {
        var place = counterexample.Conjunct?.Source ?? body.Source ?? function.Source;
        var whole = TermPrinter.Print(body);
        var span = whole.Length <= LongestClause ? place with { Text = whole } : place;
        var text = Attempt(() => new TruthExplanation(values).Of(body, bindings)) ?? "";
        return new(
            SourcePlace.Of(span, $"{Vocabulary.NameOf(function.DeclaringType)}.{function.Name}"),
            when,
            text,
            [.. scene.Parameters.DistinctBy(p => p.Name).Select(p => new NamedValue(p.Name, WorldText.Of(scene.World, p.Value)))]);
    }

    private static Bindings? Bind(FunctionDefinition function, SymbolicValue.Object? receiver, Func<VariableTerm, SymbolicValue?> argument)
    {
        ImmutableArray<SymbolicValue?> arguments = [.. function.Parameters.Select(argument)];
        return arguments.Any(a => a is null) ? null : Evaluation.Scope(function, receiver, [.. arguments.Select(a => a!)]);
    }

    private Bindings? Bind(FunctionDefinition function, Func<VariableTerm, SymbolicValue?> argument) => Bind(function, self, argument);

    private SymbolicValue? Argument(FunctionDefinition function, VariableTerm parameter, bool isAfter)
    {
        var type = ClrTypes.Of(parameter.Type);
        if (type.IsOf(typeof(Past<>))) return PastAt(type, isAfter);
        if (counterexample.Scene.Entries.FirstOrDefault(e => e.Role == SceneRole.Parameter && e.Name == parameter.Name) is { } entry) return entry.Value;
        if (scene.Find(SceneRole.Before)?.Type == type || scene.Find(SceneRole.After)?.Type == type)
        {
            var isNext = function.Role == FunctionRole.StepProperty && !ReferenceEquals(function.Parameters.First(p => p.Type == parameter.Type), parameter);
            return isAfter || isNext ? Symbol(SceneRole.After) ?? Symbol(SceneRole.Before) : Symbol(SceneRole.Before) ?? Symbol(SceneRole.After);
        }

        return Symbol(SceneRole.Event) switch
        {
            SymbolicValue.Union union when union.Type != type => union.Cases.FirstOrDefault(c => c?.Type == type),
            var e => e,
        };
    }

    private SymbolicValue.SetValue? PastAt(Type type, bool isAfter)
    {
        var past = Symbol(SceneRole.Past) as SymbolicValue.SetValue;
        if (counterexample.Obligation.Kind == ObligationKind.Initial) return new(type.GetGenericArguments()[0], _ => Logic.Fol.False);
        if (!isAfter || past is null || Symbol(SceneRole.Event) is not { } e) return past;
        return new(past.ElementType, x => Logic.Fol.Or(ValueEquality.Of(counterexample.Scene.Vocabulary, x, e), past.Contains(x)));
    }

    /// <summary>The value in a role, that of an optional one where it is present.</summary>
    private SymbolicValue? Symbol(SceneRole role) => counterexample.Scene.Find(role)?.Value switch
    {
        SymbolicValue.Optional optional => Attempt(() => values.World.Decoder.Holds(optional.Present) ? optional.Value : null),
        var value => value,
    };

    /// <summary>The system itself, or the concrete (0) or abstract (1) one of a refinement or equality.</summary>
    private SymbolicValue.Object? SystemOf(int place)
    {
        if (self is null) return null;
        if (self.Type.IsSubclassOf(typeof(EventSystem))) return place == 0 ? self : null;
        var systems = Levels(self).SelectMany(level => level.Values.OfType<SymbolicValue.Object>()).Where(o => o.Type.IsSubclassOf(typeof(EventSystem))).Take(2).ToArray();
        if (systems.Length < 2) return null;
        var isReversed = StateTypeOf(systems[0].Type) != (scene.Find(SceneRole.Before)?.Type ?? StateTypeOf(systems[0].Type));
        return systems[isReversed ? 1 - place : place];
    }

    private static IEnumerable<SymbolicValue.Object> Levels(SymbolicValue.Object instance)
    {
        for (SymbolicValue.Object? level = instance; level is not null; level = level.Base) yield return level;
    }

    private static Type? StateTypeOf(Type system) => system.BaseOf(typeof(EventSystem<,>))?.GetGenericArguments()[0];

    private static FunctionDefinition? NextOf(SymbolicValue.Object system)
    {
        for (var type = system.Type; type is not null && TermRegistry.FindShape(type) is TypeShape.Class shape; type = shape.BaseType)
            if (TermRegistry.Declared(type).FirstOrDefault(f => f.Role == FunctionRole.Next && f.Body is not null) is { } next) return next;
        return null;
    }

    private static FunctionDefinition? DefinitionOf(Type declaring, string name, int parameters)
    {
        for (var type = declaring; type is not null && TermRegistry.FindShape(type) is TypeShape.Class shape; type = shape.BaseType)
            if (TermRegistry.Declared(type).FirstOrDefault(f => f.Name == name && f.Parameters.Length == parameters && f.Body is not null) is { } found) return found;
        return null;
    }

    private static T? Attempt<T>(Func<T?> action)
        where T : class
    {
        try
        {
            return action();
        }
        catch (Exception exception) when (exception is NotRepresentableException or NotEnumerableException or UnsupportedModelException)
        {
            return null;
        }
    }
}
