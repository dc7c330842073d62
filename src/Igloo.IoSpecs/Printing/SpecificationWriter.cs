using System.Collections.Immutable;
using Igloo.Components;
using Igloo.Terms;
using Igloo.Terms.Evaluation;
using Igloo.Theories;

namespace Igloo.IoSpecs.Printing;

/// <summary>Writes the specification of a component in the form of the paper's figure 3, from the terms of its Next.</summary>
/// <remarks>For each case: outputs under ∀⋆, then the guard, then the permission with its inputs and target place under ∃, then P again.</remarks>
internal sealed class SpecificationWriter(object component, Notation notation)
{
    private readonly FunctionDefinition next = TermEvaluator.FunctionOf(component, FunctionRole.Next);

    // Theories are what everything is over, not parameters of the program.
    private readonly ImmutableArray<string> parameters = TermRegistry.FindShape(component.GetType()) is TypeShape.Class shape
        ? [.. shape.Fields.Where(f => !typeof(ITheory).IsAssignableFrom(f.Type)).Select(f => f.Name)]
        : [];

    private string Parameters => $"({string.Join(", ", parameters.Select(notation.Name))})";

    private VariableTerm State => next.Parameters[0];

    private VariableTerm Event => next.Parameters[1];

    /// <summary>φ, then the conjuncts of P.</summary>
    public (string Phi, string Head, ImmutableArray<string> Conjuncts) Write(Type eventType)
    {
        var t = notation.Name("t");
        var phi = $"{notation.Phi}{Parameters} = {notation.Exists}{t}. {notation.Name("token")}({t}){notation.Star}P({t}, {Parameters}, {notation.Initial})";
        return (phi, $"P({t}, {Parameters}, {notation.Name(State.Name)})", [.. EventCases.Of(eventType).Select(Conjunct)]);
    }

    private string Conjunct(Type caseType)
    {
        var signature = EventSignature.Of(caseType);
        var names = Names(signature);
        var writer = new TermWriter(notation, Event, names);
        var outputs = signature.Parameters.Where(p => !p.IsInput).Select(p => notation.Name(names[p.Name])).ToArray();
        var inputs = signature.Parameters.Where(p => p.IsInput).Select(p => notation.Name(names[p.Name])).ToArray();
        var t = notation.Name("t");
        string[] arguments = [t, .. Packed(outputs), .. Packed(inputs), t + "'"];
        var operation = OperationName.Of(signature);
        var permission = new Permission(
            $"{notation.Exists}{string.Join(", ", inputs.Append(t + "'"))}. {notation.Name(operation)}({string.Join(", ", arguments)}){notation.Star}",
            [.. signature.Parameters.Where(p => p.IsInput).Select(p => p.Name)]);
        var body = Branch(next.Body!, ImmutableDictionary<VariableTerm, Term>.Empty, caseType, writer, permission);
        return outputs.Length == 0 ? body : $"{notation.ForAll}{string.Join(", ", outputs)}. {body}";
    }

    /// <summary>A permission and the inputs that it binds; without text once it is written.</summary>
    private sealed record Permission(string Text, ImmutableArray<string> Inputs);

    // What the guard decides stands before the permission, which binds the inputs; what only the update decides, or an input, stands after it.
    private string Branch(Term term, ImmutableDictionary<VariableTerm, Term> bindings, Type caseType, TermWriter writer, Permission permission)
    {
        switch (term)
        {
            case NoneTerm:
                return notation.True;
            case LetTerm let:
                return Branch(let.Body, bindings.SetItem(let.Variable, let.Value), caseType, writer, permission);
            case CallTerm call when Inlined(call, bindings) is var (body, inner):
                return Branch(body, inner, caseType, writer, permission);
            case ConditionalTerm conditional:
                var conjuncts = Subterms.Conjuncts(conditional.Test).ToArray();
                if (conjuncts.OfType<CaseTestTerm>().Any(c => IsEvent(c, bindings) && c.CaseType != caseType)) return Branch(conditional.Otherwise, bindings, caseType, writer, permission);
                var guard = conjuncts.Where(c => c is not CaseTestTerm test || !IsEvent(test, bindings)).ToArray();
                if (guard.Length == 0) return Branch(conditional.Then, bindings, caseType, writer, permission);
                var late = guard.Where(g => writer.Mentions(g, bindings, permission.Inputs)).ToArray();
                var early = guard.Except(late).ToArray();
                var bound = late.Length == 0 ? permission : permission with { Text = string.Empty, Inputs = [] };
                var then = Branch(conditional.Then, bindings, caseType, writer, bound);
                if (late.Length > 0) then = permission.Text + Nested(If(late, then, Branch(conditional.Otherwise, bindings, caseType, writer, bound)));
                return early.Length == 0 ? then : If(early, then, Branch(conditional.Otherwise, bindings, caseType, writer, permission));
            default:
                return $"{permission.Text}P({notation.Name("t")}', {Parameters}, {writer.Write(term, bindings)})";
        }

        string If(Term[] conditions, string then, string otherwise) =>
            $"{notation.If}{string.Join(notation.And, conditions.Select(c => writer.Write(c, bindings)))}{notation.Then}{Nested(then)}{notation.Else}{Nested(otherwise)}";
    }

    private string Nested(string branch) => branch.StartsWith(notation.If, StringComparison.Ordinal) ? $"({branch})" : branch;

    private bool IsEvent(CaseTestTerm test, ImmutableDictionary<VariableTerm, Term> bindings) =>
        test.Target == Event || (test.Target is VariableTerm variable && bindings.TryGetValue(variable, out var value) && value == Event);

    private static (Term Body, ImmutableDictionary<VariableTerm, Term> Bindings)? Inlined(CallTerm call, ImmutableDictionary<VariableTerm, Term> bindings)
    {
        if (TermRegistry.FindFunction(call.Function) is not { Body: { } body } function) return null;
        var inner = function.Parameters.Zip(call.Arguments).Aggregate(bindings, (all, p) => all.SetItem(p.First, p.Second));
        return (body, inner);
    }

    private static string[] Packed(string[] values) => values.Length > 1 ? [$"({string.Join(", ", values)})"] : values;

    // The paper's names: a parameter is called as in the source, with a prime where a parameter of the component has that name.
    private Dictionary<string, string> Names(EventSignature signature) => signature.Parameters.ToDictionary(
        p => p.Name,
        p => char.ToLowerInvariant(p.Name[0]) + p.Name[1..] is var name && (parameters.Contains(name) || name == State.Name || name == "t") ? name + "'" : name);
}
