using System.Collections.Immutable;
using Igloo.Generators.Diagnostics;
using Igloo.Generators.Translation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Igloo.Generators.Checks;

/// <summary>Every case of the events is mentioned in Next or in a function that it hands the event to.</summary>
internal static class ArmCheck
{
    public static IEnumerable<Finding> Of(UnitBuilder unit, IMethodSymbol next, INamedTypeSymbol events, CancellationToken cancellation)
    {
        var cases = events.GetTypeMembers().Where(t => Known.Derives(t, events)).ToList();
        var search = new Search(unit, cancellation);
        search.Visit(next, next.Parameters[1]);
        if (search.IsOpen || search.Mentioned.Count == 0 || search.Mentioned.Contains(events))
        {
            yield break;
        }

        foreach (var missing in cases.Where(c => !search.Mentioned.Contains(c)))
        {
            var name = events.Name + "." + missing.Name;
            yield return new Finding(Descriptors.MissingArm, next.Locations[0], name) { Properties = ImmutableDictionary<string, string?>.Empty.Add("Event", name) };
        }
    }

    private sealed class Search(UnitBuilder unit, CancellationToken cancellation)
    {
        private readonly HashSet<ISymbol> visited = new(SymbolEqualityComparer.Default);

        public HashSet<ISymbol> Mentioned { get; } = new(SymbolEqualityComparer.Default);

        /// <summary>Whether the event goes somewhere that this check cannot follow.</summary>
        public bool IsOpen { get; private set; }

        public void Visit(IMethodSymbol method, IParameterSymbol e)
        {
            if (!visited.Add(method))
            {
                return;
            }

            if (Bodies.Of(unit, method, cancellation) is not { } body)
            {
                IsOpen = true;
                return;
            }

            foreach (var operation in body.DescendantsAndSelf())
            {
                Mention(operation switch
                {
                    ITypePatternOperation type => type.MatchedType,
                    IDeclarationPatternOperation { MatchesNull: false } declaration => declaration.MatchedType,
                    IRecursivePatternOperation recursive => recursive.MatchedType,
                    IIsTypeOperation type => type.TypeOperand,
                    _ => null,
                });
                if (operation is IParameterReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Parameter, e))
                {
                    Follow(reference);
                }
            }
        }

        private void Mention(ITypeSymbol? type)
        {
            if (type is not null)
            {
                Mentioned.Add(type);
            }
        }

        private void Follow(IOperation reference)
        {
            var use = reference.Parent;
            while (use is IConversionOperation)
            {
                use = use.Parent;
            }

            switch (use)
            {
                case ISwitchExpressionOperation or ISwitchOperation or IIsPatternOperation or IIsTypeOperation:
                    break;
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var called }, Parameter: { } parameter }
                    when SymbolEqualityComparer.Default.Equals(called.ContainingAssembly, unit.Compilation.Assembly) && !called.IsAbstract:
                    Visit(called.OriginalDefinition, parameter.OriginalDefinition);
                    break;
                default:
                    IsOpen = true;
                    break;
            }
        }
    }
}
