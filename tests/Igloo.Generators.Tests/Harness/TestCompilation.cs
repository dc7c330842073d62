using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Igloo.Generators.Tests.Harness;

/// <summary>Compiles model sources in memory, with the generator.</summary>
internal static class TestCompilation
{
    public const string Prelude = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using Igloo.Components;
        global using Igloo.Environments;
        global using Igloo.Models;
        global using Igloo.Theories;
        global using Igloo.Values;
        global using static Igloo.Models.Logic;
        """;

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "Igloo.dll"))
            .Select(p => MetadataReference.CreateFromFile(p)),
    ];

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Preview);

    public static CSharpCompilation Of(params (string Path, string Source)[] files) => CSharpCompilation.Create(
        "Sample",
        [.. files.Prepend(("Prelude.cs", Prelude)).Select(f => CSharpSyntaxTree.ParseText(f.Item2, ParseOptions, f.Item1))],
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, checkOverflow: true));

    public static CSharpCompilation Of(string source) => Of(("Sample.cs", source));

    public static GeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [new IglooGenerator().AsSourceGenerator()],
        parseOptions: ParseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    public static ImmutableArray<Diagnostic> Analyse(string source)
    {
        var compilation = Of(source);
        var errors = compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        Assert.True(errors.Count == 0, string.Join("\n", errors));
        return Findings(compilation);
    }

    /// <summary>What the generator reports, after suppression by pragmas and options.</summary>
    public static ImmutableArray<Diagnostic> Findings(Compilation compilation)
    {
        Driver().RunGeneratorsAndUpdateCompilation(compilation, out _, out var diagnostics, TestContext.Current.CancellationToken);
        return [.. diagnostics.Where(d => !d.IsSuppressed)];
    }
}
