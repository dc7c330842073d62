using System.Collections.Immutable;
using Igloo.Terms;

namespace Igloo.IoSpecs.Printing;

/// <summary>Writes terms in mathematical notation, from the view of one event case: its parameters are variables.</summary>
/// <param name="notation">The signs.</param>
/// <param name="e">The variable for the event.</param>
/// <param name="parameterNames">What the parameters of the event are called.</param>
internal sealed class TermWriter(Notation notation, VariableTerm e, IReadOnlyDictionary<string, string> parameterNames)
{
    private const int Atom = 10;
    private const int Sum = 6;
    private const int Relation = 4;
    private const int Conjunction = 3;
    private const int Disjunction = 2;

    private readonly HashSet<string> mentioned = [];

    public string Write(Term term, ImmutableDictionary<VariableTerm, Term> bindings) => Text(term, bindings).Text;

    /// <summary>Whether one of these parameters of the event occurs in what is written for a term.</summary>
    public bool Mentions(Term term, ImmutableDictionary<VariableTerm, Term> bindings, IReadOnlyCollection<string> parameters)
    {
        mentioned.Clear();
        Write(term, bindings);
        return mentioned.Overlaps(parameters);
    }

    private (string Text, int Strength) Text(Term term, ImmutableDictionary<VariableTerm, Term> bindings) => term switch
    {
        VariableTerm variable when bindings.TryGetValue(variable, out var value) => Text(value, bindings),
        VariableTerm variable => Variable(variable),
        LetTerm let => Text(let.Body, bindings.SetItem(let.Variable, let.Value)),
        SomeTerm some => Text(some.Value, bindings),
        ValueTerm value => Text(value.Target, bindings),
        CaseCastTerm cast => Text(cast.Target, bindings),
        FieldTerm field => Field(field, bindings),
        WithTerm with => With(with, bindings),
        ConditionalTerm conditional => ($"{notation.If}{Write(conditional.Test, bindings)}{notation.Then}{Write(conditional.Then, bindings)}{notation.Else}{Write(conditional.Otherwise, bindings)}", 0),
        CallTerm call => Call(call, bindings),
        OperationTerm operation => Operate(operation, bindings),
        LambdaTerm lambda => (string.Join(", ", lambda.Parameters.Select(p => notation.Name(p.Name))) + notation.Maps + Write(lambda.Body, bindings), 0),
        _ => (TermPrinter.Print(term), Atom),
    };

    private (string, int) Variable(VariableTerm variable)
    {
        if (variable == e) mentioned.UnionWith(parameterNames.Keys);
        return (notation.Name(variable.Name), Atom);
    }

    private (string, int) Field(FieldTerm field, ImmutableDictionary<VariableTerm, Term> bindings)
    {
        var target = Resolved(field.Target, bindings);
        if (target is CaseCastTerm { Target: var cast } && Resolved(cast, bindings) == e) target = e;
        if (target == e && parameterNames.TryGetValue(field.Name, out var parameter))
        {
            mentioned.Add(field.Name);
            return (notation.Name(parameter), Atom);
        }

        return target is VariableTerm { Name: "this" }
            ? (notation.Name(field.Name), Atom)
            : ($"{notation.Name(Lower(field.Name))}({Write(target, bindings)})", Atom);
    }

    private static Term Resolved(Term term, ImmutableDictionary<VariableTerm, Term> bindings) =>
        term is VariableTerm variable && bindings.TryGetValue(variable, out var value) ? Resolved(value, bindings) : term;

    private (string, int) With(WithTerm with, ImmutableDictionary<VariableTerm, Term> bindings)
    {
        var updates = with.Updates.Select(u => $"{notation.Name(Lower(u.Key))} := {Write(u.Value, bindings)}");
        return ($"{Write(with.Target, bindings)}{notation.OpenState}{string.Join(", ", updates)}{notation.CloseState}", Atom);
    }

    private (string, int) Call(CallTerm call, ImmutableDictionary<VariableTerm, Term> bindings)
    {
        var path = call.Function.Key.Split('(')[0];
        var name = path[(path.LastIndexOf('.') + 1)..].Split('`')[0];
        if (name == "Implies" && call.Arguments is [var premise, var conclusion]) return Binary(notation.Implies, Disjunction, premise, conclusion, bindings);
        var arguments = call.Receiver is null or VariableTerm { Name: "this" } or FieldTerm { Target: VariableTerm { Name: "this" } } ? call.Arguments : call.Arguments.Insert(0, call.Receiver);
        return ($"{notation.Name(Lower(name))}({string.Join(", ", arguments.Select(a => Write(a, bindings)))})", Atom);
    }

    private (string, int) Operate(OperationTerm term, ImmutableDictionary<VariableTerm, Term> bindings)
    {
        var a = term.Arguments;
        return term.Operation switch
        {
            Operation.And => Binary(notation.And, Conjunction, a[0], a[1], bindings),
            Operation.Or => Binary(notation.Or, Disjunction, a[0], a[1], bindings),
            Operation.Not when a[0] is OperationTerm { Operation: Operation.Equal } equal => Binary(notation.NotEqual, Relation, equal.Arguments[0], equal.Arguments[1], bindings),
            Operation.Not => (notation.Not + Operand(a[0], Atom, bindings), Atom),
            Operation.Equal => Binary(" = ", Relation, a[0], a[1], bindings),
            Operation.Less => Binary(" < ", Relation, a[0], a[1], bindings),
            Operation.LessOrEqual => Binary(notation.LessOrEqual, Relation, a[0], a[1], bindings),
            Operation.Add => Binary(" + ", Sum, a[0], a[1], bindings),
            Operation.Subtract => Binary(" - ", Sum, a[0], a[1], bindings),
            Operation.SetContains or Operation.BagContains or Operation.DomainContains => Binary(notation.In, Relation, a[1], a[0], bindings),
            Operation.SetAdd => ($"{Operand(a[0], Sum, bindings)}{notation.Union}{Singleton(a[1], bindings)}", Sum),
            Operation.SetRemove => ($"{Operand(a[0], Sum, bindings)}{notation.Difference}{Singleton(a[1], bindings)}", Sum),
            Operation.SetUnion => Binary(notation.Union, Sum, a[0], a[1], bindings),
            Operation.SetIntersect => Binary(notation.Intersection, Sum, a[0], a[1], bindings),
            Operation.SetExcept => Binary(notation.Difference, Sum, a[0], a[1], bindings),
            Operation.SetIsSubsetOf => Binary(notation.Subset, Relation, a[0], a[1], bindings),
            Operation.SetEmpty => (notation.Empty, Atom),
            Operation.SetIsEmpty => ($"{Operand(a[0], Sum, bindings)} = {notation.Empty}", Relation),
            Operation.MapGet => ($"{Operand(a[0], Atom, bindings)}({Write(a[1], bindings)})", Atom),
            Operation.MapSet => ($"{Operand(a[0], Atom, bindings)}[{Write(a[1], bindings)}{notation.Maps}{Write(a[2], bindings)}]", Atom),
            _ => ($"{notation.Name(Lower(term.Operation.ToString()))}({string.Join(", ", a.Select(x => Write(x, bindings)))})", Atom),
        };
    }

    private string Singleton(Term element, ImmutableDictionary<VariableTerm, Term> bindings) => notation.OpenSet + Write(element, bindings) + notation.CloseSet;

    private (string, int) Binary(string sign, int strength, Term left, Term right, ImmutableDictionary<VariableTerm, Term> bindings) =>
        ($"{Operand(left, strength, bindings)}{sign}{Operand(right, strength + 1, bindings)}", strength);

    private string Operand(Term term, int strength, ImmutableDictionary<VariableTerm, Term> bindings)
    {
        var (text, own) = Text(term, bindings);
        return own >= strength ? text : $"({text})";
    }

    private static string Lower(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
