using System.Collections.Immutable;
using Igloo.Proving.Logic;
using Igloo.Proving.Symbolic;
using Igloo.Terms;

namespace Igloo.Proving.Deriving;

/// <summary>Operations that are not total are used only where they are defined. Only what does not hold by simplification alone is an obligation.</summary>
internal static class DefinednessObligations
{
    /// <summary>Of a system: the transition function under the invariants, and everything that is stated about its states.</summary>
    internal static IEnumerable<Obligation> Of(Subject subject, SystemView system, SystemPoint point)
    {
        foreach (var step in point.Events)
            if (Find(subject, system.Next, Evaluation.Scope(system.Next, system.Self, [point.State, step.Case.Value])) is { IsEmpty: false } requirements)
                yield return Obligation(subject, $"{step.Case.Name} is well-defined", system.Next, point.SceneOf(step, []), point.Hypotheses, requirements, point.Premises);
        foreach (var initial in system.Initials)
        {
            var parameters = subject.ParametersOf(initial, initial.Parameters);
            if (Find(subject, initial, Evaluation.Scope(initial, system.Self, [.. parameters.Select(p => p.Value)])) is { IsEmpty: false } requirements)
                yield return Obligation(subject, $"{initial.Name} is well-defined", initial, subject.SceneOf(parameters), [], requirements, []);
        }

        // A statement may rely on those before it, so that no circle of statements makes itself meaningful.
        var statements = system.Invariants.AddRange(system.Lemmas);
        for (var i = 0; i < statements.Length; i++)
        {
            var predicate = statements[i];
            var quantified = subject.ParametersOf(predicate, system.Others(predicate));
            var bindings = system.At(predicate, point.State, point.Past, p => quantified.First(q => q.Name == p.Name).Value);
            if (Find(subject, predicate, bindings) is { IsEmpty: false } requirements)
                yield return Obligation(subject, $"{predicate.Name} is well-defined", predicate, point.SceneOf(quantified), point.Hypotheses.Take(i), requirements, point.Premises.Take(i));
        }
    }

    /// <summary>Of the properties of steps and traces of a system: at the steps that they are about.</summary>
    internal static IEnumerable<Obligation> OfProperties(Subject subject, SystemView system, SystemPoint point)
    {
        foreach (var property in system.StepProperties)
        {
            var quantified = subject.ParametersOf(property, [.. property.Parameters.Skip(3)]);
            foreach (var step in point.Events.Where(e => e.After.Value is not null && e.IsOf(property.Parameters[1].Type, system.EventType)))
            {
                var scope = Evaluation.Scope(property, subject.Self, [point.State, step.ValueAs(property.Parameters[1].Type), step.After.Value!, .. quantified.Select(q => q.Value)]);
                if (At(property, step, quantified, scope) is { } obligation) yield return obligation;
            }
        }

        foreach (var property in system.TraceProperties)
        {
            var now = property.Parameters.First(p => !SystemView.IsPast(p.Type) && p.Type != system.StateType);
            var quantified = subject.ParametersOf(property, [.. system.Others(property).Where(p => p != now)]);
            foreach (var step in point.Events.Where(e => e.After.Value is not null && e.IsOf(now.Type, system.EventType)))
            {
                var scope = system.At(property, point.State, point.Past, p => p == now ? step.ValueAs(now.Type) : quantified.First(q => q.Name == p.Name).Value);
                if (At(property, step, quantified, scope) is { } obligation) yield return obligation;
            }
        }

        Obligation? At(FunctionDefinition property, SystemStep step, ImmutableArray<Scene.Entry> quantified, Bindings scope) =>
            Find(subject, property, scope) is { IsEmpty: false } requirements
                ? Obligation(subject, $"{property.Name} is well-defined at {step.Case.Name}", property, point.SceneOf(step, quantified), [.. point.Hypotheses, step.After.Present], requirements, point.Premises)
                : null;
    }

    /// <summary>Of the typing of an operation: for all outputs and inputs.</summary>
    internal static Obligation? OfTyping(Subject subject, string name, FunctionDefinition returns, SymbolicValue.Object operation)
    {
        var parameters = subject.ParametersOf(returns, returns.Parameters);
        return Find(subject, returns, Evaluation.Scope(returns, operation, [.. parameters.Select(p => p.Value)])) is { IsEmpty: false } requirements
            ? Obligation(subject, name, returns, subject.SceneOf(parameters), [], requirements, [])
            : null;
    }

    /// <summary>Of other functions: for all arguments.</summary>
    internal static IEnumerable<Obligation> Of(Subject subject, ImmutableArray<FunctionDefinition> functions)
    {
        foreach (var function in functions)
        {
            var parameters = subject.ParametersOf(function, function.Parameters);
            if (Find(subject, function, Evaluation.Scope(function, subject.Self, [.. parameters.Select(p => p.Value)])) is { IsEmpty: false } requirements)
                yield return Obligation(subject, $"{function.Name} is well-defined", function, subject.SceneOf(parameters), [], requirements, []);
        }
    }

    private static ImmutableArray<Definedness.Requirement> Find(Subject subject, FunctionDefinition function, Bindings bindings) =>
        Definedness.Of(subject.Evaluation, function.Body!, bindings);

    private static Obligation Obligation(
        Subject subject, string name, FunctionDefinition function, Scene scene, IEnumerable<Expression> hypotheses,
        ImmutableArray<Definedness.Requirement> requirements, IEnumerable<Premise> premises) =>
        subject.Valid(
            ObligationKind.Definedness, name, function.Source, scene, hypotheses,
            Goals(requirements), premises);

    /// <summary>What has to hold as goals, each with its own reason.</summary>
    internal static IEnumerable<Deciding.Statement.Goal> Goals(ImmutableArray<Definedness.Requirement> requirements) =>
        requirements.SelectMany(r => Subject.Goals([r.Conjunct], r.Failure));
}
