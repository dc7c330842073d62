using System.Collections.Immutable;
using System.Text;
using Igloo.Generators.Pipeline;
using Igloo.Generators.Translation;
using Microsoft.CodeAnalysis;
using SourceText = Microsoft.CodeAnalysis.Text.SourceText;

namespace Igloo.Generators;

/// <summary>
/// Translates models into the terms that proofs, monitors and messages are made of, and reports what lies outside the modelling
/// subset and mistakes in models.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class IglooGenerator : IIncrementalGenerator
{
    /// <summary>The name of the stage whose outputs are the units.</summary>
    public const string UnitsStage = "Units";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // One translation for both outputs: it is most of the work.
        var parsed = context.CompilationProvider.SelectMany(UnitParser.ParseAll);
        var units = parsed.Select(static (unit, _) => unit.Spec).WithTrackingName(UnitsStage);
        context.RegisterSourceOutput(units, static (output, unit) => output.AddSource(unit.HintName, SourceText.From(UnitFile.Of(unit), Encoding.UTF8)));
        context.RegisterSourceOutput(parsed.SelectMany(static (unit, _) => unit.Findings).Collect(), Report);
    }

    private static void Report(SourceProductionContext output, ImmutableArray<Finding> findings)
    {
        // Functions that several models share are translated for each of them, and reported once.
        var reported = new HashSet<(string, Location)>();
        foreach (var finding in findings.Where(f => reported.Add((f.Descriptor.Id, f.Location))))
        {
            output.ReportDiagnostic(finding.ToDiagnostic());
        }
    }
}
