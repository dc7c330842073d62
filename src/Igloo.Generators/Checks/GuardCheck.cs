using Igloo.Generators.Diagnostics;
using Igloo.Generators.Translation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Igloo.Generators.Checks;

/// <summary>
/// Guards read neither inputs nor ghost state, as far as one sees it in Next itself; the obligation of requirement 3 sees the rest.
/// </summary>
/// <remarks>
/// Several events on one operation divide its inputs between them, which only their guards can say (requirement 5). That they are
/// disjoint, and together read no input, are obligations. So is it where one arm accepts what the arms before it leave of an event.
/// </remarks>
internal static class GuardCheck
{
    public static IEnumerable<Finding> Of(UnitBuilder unit, IMethodSymbol next, INamedTypeSymbol events, CancellationToken cancellation)
    {
        if (Bodies.Of(unit, next, cancellation) is not { } body)
        {
            yield break;
        }

        var mayRead = Dividing(events);
        mayRead.UnionWith(AcceptedWhole(body));
        var inputs = new Dictionary<ISymbol, IParameterSymbol>(SymbolEqualityComparer.Default);
        foreach (var pattern in body.DescendantsAndSelf().OfType<IRecursivePatternOperation>())
        {
            foreach (var (parameter, sub) in Parts(pattern).Where(p => Known.Has(p.Parameter, Known.InputAttribute)))
            {
                if (sub is IDeclarationPatternOperation { MatchesNull: true, DeclaredSymbol: { } local })
                {
                    inputs[local] = parameter;
                }
                else if (sub is not IDiscardPatternOperation && !mayRead.Contains(parameter.ContainingType.OriginalDefinition))
                {
                    yield return new Finding(Descriptors.GuardReadsInput, sub.Syntax.GetLocation(), parameter.Name, pattern.MatchedType.Name);
                }
            }
        }

        foreach (var guard in Guards(body))
        {
            foreach (var operation in guard.DescendantsAndSelf())
            {
                if (operation is ILocalReferenceOperation local && inputs.TryGetValue(local.Local, out var input)
                    && !mayRead.Contains(input.ContainingType.OriginalDefinition))
                {
                    yield return new Finding(Descriptors.GuardReadsInput, local.Syntax.GetLocation(), input.Name, input.ContainingType.Name);
                }
                else if (operation is IPropertyReferenceOperation { Property: var property })
                {
                    if (Marked(property, Known.InputAttribute) && !mayRead.Contains(property.ContainingType.OriginalDefinition))
                    {
                        yield return new Finding(Descriptors.GuardReadsInput, operation.Syntax.GetLocation(), property.Name, property.ContainingType.Name);
                    }
                    else if (IsGhostState(property, events))
                    {
                        yield return new Finding(Descriptors.GhostRead, operation.Syntax.GetLocation(), property.Name, "a guard");
                    }
                }
            }
        }

        foreach (var assignment in body.DescendantsAndSelf().OfType<IWithOperation>().SelectMany(w => w.Initializer.Initializers).OfType<ISimpleAssignmentOperation>())
        {
            if (assignment.Target is not IPropertyReferenceOperation { Property: var target } || Marked(target, Known.GhostAttribute))
            {
                continue;
            }

            foreach (var read in assignment.Value.DescendantsAndSelf().OfType<IPropertyReferenceOperation>().Where(p => IsGhostState(p.Property, events)))
            {
                yield return new Finding(Descriptors.GhostRead, read.Syntax.GetLocation(), read.Property.Name, $"the field '{target.Name}'");
            }
        }
    }

    /// <summary>The events that are not alone on their operation.</summary>
    private static HashSet<ISymbol> Dividing(INamedTypeSymbol events) => new(
        events.OriginalDefinition.GetTypeMembers()
            .Select(c => (Case: c, Operation: SignatureCheck.Operation(c)))
            .Where(c => c.Operation is not null)
            .GroupBy(c => c.Operation!, c => c.Case, SymbolEqualityComparer.Default)
            .Where(group => group.Count() > 1)
            .SelectMany(group => group.Select(c => c.OriginalDefinition)),
        SymbolEqualityComparer.Default);

    /// <summary>The events of which some arm accepts whatever the arms before it do not.</summary>
    private static IEnumerable<ISymbol> AcceptedWhole(IOperation body)
    {
        foreach (var operation in body.DescendantsAndSelf())
        {
            switch (operation)
            {
                case ISwitchExpressionArmOperation { Guard: null } arm when !IsNull(Unconverted(arm.Value)) && WholeCase(arm.Pattern) is { } accepted:
                    yield return accepted;
                    break;
                case ISwitchCaseOperation { Body: [var first, ..] } section when !IsNull(first):
                    foreach (var clause in section.Clauses.OfType<IPatternCaseClauseOperation>().Where(c => c.Guard is null))
                    {
                        if (WholeCase(clause.Pattern) is { } whole)
                        {
                            yield return whole;
                        }
                    }

                    break;
            }
        }
    }

    private static ISymbol? WholeCase(IPatternOperation pattern) => pattern switch
    {
        ITypePatternOperation type => type.MatchedType.OriginalDefinition,
        IDeclarationPatternOperation { MatchedType: { } matched } => matched.OriginalDefinition,
        IRecursivePatternOperation recursive when Parts(recursive).All(p => p.Pattern is IDiscardPatternOperation or IDeclarationPatternOperation { MatchesNull: true }) =>
            recursive.MatchedType.OriginalDefinition,
        _ => null,
    };

    private static IOperation Unconverted(IOperation operation) => operation is IConversionOperation conversion ? Unconverted(conversion.Operand) : operation;

    /// <summary>When-clauses, and conditions that choose between null and a state.</summary>
    private static IEnumerable<IOperation> Guards(IOperation body)
    {
        foreach (var operation in body.DescendantsAndSelf())
        {
            switch (operation)
            {
                case ISwitchExpressionArmOperation { Guard: { } guard }:
                    yield return guard;
                    break;
                case IPatternCaseClauseOperation { Guard: { } guard }:
                    yield return guard;
                    break;
                case IConditionalOperation conditional when IsNull(conditional.WhenTrue) || (conditional.WhenFalse is { } otherwise && IsNull(otherwise)):
                    yield return conditional.Condition;
                    break;
            }
        }
    }

    private static bool IsNull(IOperation operation) => operation switch
    {
        IBlockOperation { Operations: [var only] } => IsNull(only),
        IReturnOperation { ReturnedValue: { } value } => IsNull(value),
        _ => operation.ConstantValue is { HasValue: true, Value: null },
    };

    private static IEnumerable<(IParameterSymbol Parameter, IPatternOperation Pattern)> Parts(IRecursivePatternOperation pattern)
    {
        if (pattern.MatchedType is not INamedTypeSymbol { IsRecord: true } record || Members.PrimaryConstructor(record.OriginalDefinition) is not { } constructor)
        {
            yield break;
        }

        for (var i = 0; i < pattern.DeconstructionSubpatterns.Length && i < constructor.Parameters.Length; i++)
        {
            yield return (constructor.Parameters[i], pattern.DeconstructionSubpatterns[i]);
        }

        foreach (var sub in pattern.PropertySubpatterns)
        {
            if (sub.Member is IPropertyReferenceOperation { Property: var property } && constructor.Parameters.FirstOrDefault(p => p.Name == property.Name) is { } parameter)
            {
                yield return (parameter, sub.Pattern);
            }
        }
    }

    private static bool Marked(IPropertySymbol property, string attribute) =>
        Known.Has(property, attribute)
        || (property.ContainingType.IsRecord
            && Members.PrimaryConstructor(property.ContainingType.OriginalDefinition)?.Parameters.FirstOrDefault(p => p.Name == property.Name) is { } parameter
            && Known.Has(parameter, attribute));

    /// <summary>Ghost parameters of events may be read: their guard fixes them.</summary>
    private static bool IsGhostState(IPropertySymbol property, INamedTypeSymbol events) =>
        !Known.Derives(property.ContainingType, events) && Marked(property, Known.GhostAttribute);
}
