using System.Collections.Immutable;
using Igloo.IoSpecs;
using Igloo.Models;
using Igloo.Terms;

namespace Igloo.Monitoring.Runs;

/// <summary>
/// What χ of a composition says, read off its terms: which case of the environment's events happens together with what. So the partners of
/// a component's event are found by reading χ backwards, and not only among values that happen to occur.
/// </summary>
internal sealed class PartnerPatterns
{
    private const string Name = "Partner";
    private readonly ImmutableArray<Type> cases;
    private readonly VariableTerm parameter;
    private readonly Dictionary<VariableTerm, Term> bound = [];
    private readonly ImmutableArray<PartnerPattern>.Builder patterns = ImmutableArray.CreateBuilder<PartnerPattern>();
    private readonly HashSet<Type> alone = [];

    private PartnerPatterns(FunctionDefinition partner)
    {
        parameter = partner.Parameters[0];
        cases = EventCases.Of(parameter.Type);
        Read(partner.Body!, [.. cases.Select(c => new PossibleCase(c))]);
    }

    /// <summary>The events of the environment with a partner.</summary>
    public ImmutableArray<PartnerPattern> All => patterns.ToImmutable();

    /// <summary>The cases of the environment's events that may happen without a partner.</summary>
    public ImmutableArray<Type> Alone => [.. cases.Where(alone.Contains)];

    /// <summary>Whether χ says everything: no part of it is a function that cannot be read backwards.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>The patterns of a composition; null if it has no terms.</summary>
    public static PartnerPatterns? Of(EventSystem composition)
    {
        for (var type = composition.GetType(); type is not null; type = type.BaseType)
        {
            if (TermRegistry.Declared(type).FirstOrDefault(f => f.Name == Name && f.Body is not null) is { } partner) return new(partner);
        }

        return null;
    }

    private void Read(Term term, ImmutableArray<PossibleCase> possible)
    {
        switch (Plain(term))
        {
            case LetTerm let:
                bound[let.Variable] = let.Value;
                Read(let.Body, possible);
                break;
            case ConditionalTerm conditional:
                ReadConditional(conditional, possible);
                break;
            case NoneTerm:
                alone.UnionWith(possible.Select(c => c.Case));
                break;
            case ConstructTerm { Arguments: [var component, var own] }:
                patterns.AddRange(possible.Select(c => new PartnerPattern(c.Case, component, own, Plain, parameter)));
                break;
            default:
                IsComplete = false;
                alone.UnionWith(possible.Select(c => c.Case));
                break;
        }
    }

    private void ReadConditional(ConditionalTerm conditional, ImmutableArray<PossibleCase> possible)
    {
        List<Term> conjuncts = [.. Subterms.Conjuncts(conditional.Test)];
        var tests = conjuncts.OfType<CaseTestTerm>().Where(t => ReferenceEquals(Plain(t.Target), parameter)).Select(t => t.CaseType).ToList();
        Read(conditional.Then, [.. possible.Where(c => tests.TrueForAll(t => t.IsAssignableFrom(c.Case)))]);
        Read(conditional.Otherwise, [.. possible.Select(c => Otherwise(conjuncts, tests, c)).OfType<PossibleCase>()]);
    }

    // What is left of a case where a test has failed: nothing if it was a test of this case, and of Deliver(Party.OfClient(...)) the other parties.
    private PossibleCase? Otherwise(List<Term> conjuncts, List<Type> tests, PossibleCase possible)
    {
        if (tests is not [var tested] || !tested.IsAssignableFrom(possible.Case)) return possible;
        var parts = conjuncts.Select(PartOf).OfType<(string Name, Type Type, Type Case)>().ToList();
        return (conjuncts.Count, parts) switch
        {
            (1, _) => null,
            (2, [var part]) => possible.Without(part.Name, part.Type, part.Case),
            _ => possible,
        };
    }

    private (string Name, Type Type, Type Case)? PartOf(Term test) =>
        test is CaseTestTerm part && Plain(part.Target) is FieldTerm field && ReferenceEquals(Plain(field.Target), parameter) ? (field.Name, field.Type, part.CaseType) : null;

    // A variable that is bound is its value; a cast and a wrapping change no value.
    private Term Plain(Term term)
    {
        while (true)
        {
            switch (term)
            {
                case VariableTerm variable when bound.TryGetValue(variable, out var value):
                    term = value;
                    break;
                case SomeTerm some:
                    term = some.Value;
                    break;
                case CaseCastTerm cast:
                    term = cast.Target;
                    break;
                default:
                    return term;
            }
        }
    }
}
