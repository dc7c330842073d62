using System.Collections;
using System.Collections.Immutable;
using Igloo.Models;
using Igloo.Terms;
using Igloo.Terms.Evaluation;

namespace Igloo.Exploring.Reducing.PartialOrder;

/// <summary>Whether a step may change the truth of a property of states: whether it changes the truth of one of its atoms.</summary>
internal sealed class Visibility
{
    private readonly List<Atom> atoms = [];

    public Visibility(EventSystem system, Universe universe, IEnumerable<ModelProperty> properties)
    {
        foreach (var property in properties)
        {
            var function = ModelTerms.Of(property.Method);
            var parameters = property.Method.GetParameters();
            var state = Array.FindIndex(parameters, p => p.ParameterType == system.StateType);
            var ranges = parameters.Select((p, i) => i == state ? [null] : universe.Values(p)).ToArray();
            foreach (var choice in Enumerating.Product.Of(ranges)) Add(function, system, state, choice);
        }
    }

    /// <summary>Whether a step may change what the properties say, in this state or wherever it happens instead.</summary>
    /// <param name="step">What it reads and writes here.</param>
    /// <param name="before">The state before.</param>
    /// <param name="after">The state after.</param>
    public bool IsVisible(Footprint step, object before, object after) =>
        atoms.Exists(atom => atom.Reads.Any(read => step.Writes.Any(w => w.Disturbs(read)))
            && !(IsSettled(atom, step) && Equals(atom.ValueIn(before), atom.ValueIn(after))));

    /// <summary>Whether events that are independent of the step leave the atom's value before it, hence after it, as they are here.</summary>
    private static bool IsSettled(Atom atom, Footprint step) => atom.Reads.All(read =>
        step.Writes.Any(w => w.Kind == AccessKind.Assign && w.Place.Equals(read.Place)) || step.Reads.Any(r => r.Kind == AccessKind.Value && r.Place.Equals(read.Place)));

    private void Add(FunctionDefinition function, EventSystem system, int state, object?[] choice)
    {
        var parameters = function.Parameters.Select((p, i) => (p, i == state ? new Shade.Part(Place.State) : (Shade)new Shade.Known(choice[i]))).ToList();
        var known = function.Parameters.Where((_, i) => i != state).Select(p => p).Zip(choice.Where((_, i) => i != state)).ToDictionary(p => p.First, p => p.Second);
        if (function.Receiver is { } self) known.Add(self, system);
        Bindings In(object s) => Bindings.Of(function, function.Receiver is null ? null : system, [.. choice.Select((c, i) => i == state ? s : c)]);
        Collect(function.Body!, Scope.Of(function, system, parameters, Bindings.Of(known)), [], In);
    }

    /// <param name="term">A condition.</param>
    /// <param name="scope">The variables.</param>
    /// <param name="inherited">What variables depend on that no atom of their own stands for.</param>
    /// <param name="bindings">The values of the variables in a state.</param>
    private void Collect(Term term, Scope scope, ImmutableArray<Access> inherited, Func<object, Bindings> bindings)
    {
        var tracer = new Tracer(isConcrete: false);
        switch (term)
        {
            case OperationTerm { Operation: Operation.And or Operation.Or or Operation.Not or Operation.Xor } connective:
                foreach (var part in connective.Arguments) Collect(part, scope, inherited, bindings);
                break;
            case CallTerm call when tracer.Enter(call, scope) is var (body, inner):
                var arguments = new Tracer(isConcrete: false);
                foreach (var argument in call.Arguments)
                {
                    if (argument.Type == typeof(bool)) Collect(argument, scope, inherited, bindings);
                    else arguments.Follow(argument, scope);
                }

                Collect(body, inner, [.. inherited, .. arguments.Reads], s => Evaluation.Enter(call, bindings(s))!.Value.Bindings);
                break;
            case OperationTerm { Operation: Operation.DomainAll or Operation.DomainExists } quantifier when tracer.Follow(quantifier.Arguments[0], scope) is Shade.Known { Value: IEnumerable elements }:
                var lambda = (LambdaTerm)quantifier.Arguments[1];
                foreach (var element in elements) Collect(lambda.Body, scope.With(lambda.Parameters[0], element), inherited, s => bindings(s).With(lambda.Parameters[0], element));
                break;
            default:
                tracer.Force(tracer.Follow(term, scope));

                // Of a property, nothing says that a sequence whose first element is read has one.
                atoms.Add(new Atom(term, bindings, [.. tracer.Reads.Concat(inherited).Select(r => r with { Kind = AccessKind.Value }).Distinct()]));
                break;
        }
    }

    private sealed record Atom(Term Term, Func<object, Bindings> Bindings, ImmutableArray<Access> Reads)
    {
        /// <summary>Its value in a state; what it throws counts as one.</summary>
        public object? ValueIn(object state)
        {
            try
            {
                return Evaluation.Of(Term, Bindings(state));
            }
            catch (Exception undefined) when (undefined is InvalidOperationException or ArgumentException or ArithmeticException or KeyNotFoundException)
            {
                return undefined.GetType();
            }
        }
    }
}
