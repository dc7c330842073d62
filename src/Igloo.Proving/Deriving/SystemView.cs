using System.Collections.Immutable;
using Igloo.Models;
using Igloo.Proving.Logic;
using Igloo.Proving.Symbolic;
using Igloo.Terms;

namespace Igloo.Proving.Deriving;

/// <summary>An event system as proofs see it: the instance with its parameters, and the functions of its class.</summary>
internal sealed class SystemView
{
    private readonly Dictionary<string, ImmutableArray<(Premise Premise, Expression Formula)>> known = new(StringComparer.Ordinal);

    private readonly FunctionDefinition step;

    internal SystemView(Evaluation evaluation, SymbolicValue.Object self)
    {
        Evaluation = evaluation;
        Self = self;
        var root = EventSystemOf(self.Type);
        StateType = root.GetGenericArguments()[0];
        EventType = root.GetGenericArguments()[1];
        Functions = ModelFunctions.Of(self);
        Next = ModelFunctions.One(Functions, FunctionRole.Next, self.Type);
        step = Functions.FirstOrDefault(IsStepOfComponent) ?? Next;
        Initials = ModelFunctions.OfNearest(Functions, FunctionRole.Initial);
        Invariants = ModelFunctions.All(Functions, FunctionRole.Invariant);
        Lemmas = ModelFunctions.All(Functions, FunctionRole.Lemma);
        TraceProperties = ModelFunctions.All(Functions, FunctionRole.TraceProperty);
        StepProperties = ModelFunctions.All(Functions, FunctionRole.StepProperty);
    }

    internal Evaluation Evaluation { get; }

    internal SymbolicValue.Object Self { get; }

    internal Type Type => Self.Type;

    internal Type StateType { get; }

    internal Type EventType { get; }

    internal ImmutableArray<FunctionDefinition> Functions { get; }

    internal FunctionDefinition Next { get; }

    internal ImmutableArray<FunctionDefinition> Initials { get; }

    internal ImmutableArray<FunctionDefinition> Invariants { get; }

    internal ImmutableArray<FunctionDefinition> Lemmas { get; }

    internal ImmutableArray<FunctionDefinition> TraceProperties { get; }

    internal ImmutableArray<FunctionDefinition> StepProperties { get; }

    /// <summary>Whether anything that is proved about the system mentions its past.</summary>
    internal bool HasPast => Invariants.Concat(Lemmas).Concat(TraceProperties).Any(f => f.Parameters.Any(p => IsPast(p.Type)));

    internal static Type EventSystemOf(Type type) => type.BaseOf(typeof(EventSystem<,>)) ?? throw new ArgumentException($"{type} is no event system.");

    internal static bool IsPast(Type type) => type.IsOf(typeof(Past<>));

    /// <summary>The step of a run: Next, of components on well-typed events only.</summary>
    internal SymbolicValue.Optional Step(SymbolicValue state, SymbolicValue e) =>
        Optional(Evaluation.Call(step, Self, [state, e]));

    internal static SymbolicValue.Optional Optional(SymbolicValue value) =>
        value as SymbolicValue.Optional ?? new SymbolicValue.Optional(Fol.True, value);

    /// <summary>The bindings of a predicate at a state and a past; what else it takes is what the function given makes of it.</summary>
    internal Bindings At(FunctionDefinition predicate, SymbolicValue state, SymbolicValue? past, Func<VariableTerm, SymbolicValue> other)
    {
        var first = StateParameter(predicate);
        var arguments = predicate.Parameters.Select(p => IsPast(p.Type) ? past! : ReferenceEquals(p, first) ? state : other(p));
        return Symbolic.Evaluation.Scope(predicate, Self, [.. arguments]);
    }

    /// <summary>The parameters that are neither the state nor the past: universally quantified.</summary>
    internal ImmutableArray<VariableTerm> Others(FunctionDefinition predicate)
    {
        var first = StateParameter(predicate);
        return [.. predicate.Parameters.Where(p => !IsPast(p.Type) && !ReferenceEquals(p, first))];
    }

    private static bool IsStepOfComponent(FunctionDefinition function) =>
        function.Name == nameof(Components.Component<object, object>.Step)
        && function.DeclaringType.IsOf(typeof(Components.Component<,>));

    private VariableTerm? StateParameter(FunctionDefinition predicate) => predicate.Parameters.FirstOrDefault(p => p.Type == StateType);

    /// <summary>All invariants (and lemmas) at a state, as closed formulas.</summary>
    internal ImmutableArray<(Premise Premise, Expression Formula)> Assumed(string stateName, SymbolicValue state, SymbolicValue? past, int lemmas = int.MaxValue)
    {
        if (!known.TryGetValue(stateName, out var all))
        {
            all = [.. Invariants.Concat(Lemmas).Select(f => (new Premise(Type, f.Name), Universally(f, state, past)))];
            known.Add(stateName, all);
        }

        return lemmas >= Lemmas.Length ? all : [.. all.Take(Invariants.Length + lemmas)];
    }

    /// <summary>A predicate at a state for all values of its other parameters.</summary>
    internal Expression Universally(FunctionDefinition predicate, SymbolicValue state, SymbolicValue? past) =>
        UnsupportedModelException.At(predicate.Source, () => Evaluation.ForAllParameters(
            Others(predicate),
            values => At(predicate, state, past, p => values[p]),
            predicate.Body!));
}
