using System.Text;
using Igloo.Generators.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Igloo.Generators;

/// <summary>Translates models into the terms that proofs, monitors and messages are made of.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class IglooGenerator : IIncrementalGenerator
{
    /// <summary>The name of the stage whose outputs are the units.</summary>
    public const string UnitsStage = "Units";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var units = context.SyntaxProvider
            .CreateSyntaxProvider(static (node, _) => UnitParser.IsCandidate(node), UnitParser.Parse)
            .Where(static unit => unit is not null)
            .WithTrackingName(UnitsStage);
        context.RegisterSourceOutput(units, static (output, unit) => output.AddSource(unit!.HintName, SourceText.From(UnitFile.Of(unit), Encoding.UTF8)));
    }
}
