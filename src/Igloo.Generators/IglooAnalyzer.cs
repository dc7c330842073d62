using System.Collections.Concurrent;
using System.Collections.Immutable;
using Igloo.Generators.Checks;
using Igloo.Generators.Diagnostics;
using Igloo.Generators.Translation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Igloo.Generators;

/// <summary>Reports what lies outside the modelling subset, by the very translation that the generator uses, and mistakes in models.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IglooAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            // Functions that several models share are translated for each of them, and reported once.
            var reported = new ConcurrentDictionary<(string, Location), bool>();
            start.RegisterSymbolAction(symbol => Analyse(symbol, reported), SymbolKind.NamedType);
        });
    }

    private static void Analyse(SymbolAnalysisContext context, ConcurrentDictionary<(string, Location), bool> reported)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!Roots.IsRoot(type))
        {
            return;
        }

        var unit = new UnitBuilder(context.Compilation, type, followsOtherRoots: true, context.CancellationToken);
        unit.Build();
        foreach (var finding in unit.Findings.Concat(ModelChecks.Of(unit, type, context.CancellationToken)))
        {
            if (reported.TryAdd((finding.Descriptor.Id, finding.Location), true))
            {
                context.ReportDiagnostic(finding.ToDiagnostic());
            }
        }
    }
}
