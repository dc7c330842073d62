using System.Reflection;
using System.Runtime.CompilerServices;
using Igloo.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Igloo.Generators.Tests;

/// <summary>What the generator writes.</summary>
public sealed class OutputTests
{
    private const int LargestRatio = 10;

    [Theory]
    [InlineData("Counters")]
    [InlineData("Expressions")]
    [InlineData("Options")]
    [InlineData("Patterns")]
    [InlineData("Collections")]
    public void Unit_is_as_reviewed(string corpus)
    {
        var files = Corpus();
        var trees = TestCompilation.Driver().RunGenerators(TestCompilation.Of(files), TestContext.Current.CancellationToken).GetRunResult().GeneratedTrees;
        var unit = trees.Single(t => Path.GetFileName(t.FilePath) == $"Igloo.Generators.Tests.Corpus.{corpus}.terms.g.cs");
        Snapshot.Matches(corpus, unit.ToString());
    }

    [Fact]
    public void Generated_code_compiles_without_warnings()
    {
        TestCompilation.Driver().RunGeneratorsAndUpdateCompilation(TestCompilation.Of(Corpus()), out var compilation, out var diagnostics, TestContext.Current.CancellationToken);
        Assert.Empty(diagnostics);
        Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity >= DiagnosticSeverity.Warning));
    }

    [Fact]
    public void Text_is_at_most_ten_times_the_source()
    {
        var files = Corpus();
        var trees = TestCompilation.Driver().RunGenerators(TestCompilation.Of(files), TestContext.Current.CancellationToken).GetRunResult().GeneratedTrees;
        var ratio = trees.Sum(t => t.Length) / (double)files.Sum(f => f.Source.Length);
        TestContext.Current.TestOutputHelper?.WriteLine($"ratio {ratio:F1}");
        Assert.InRange(ratio, 0.5, LargestRatio);
    }

    [Fact]
    public void Quotes_in_the_source_do_not_end_the_literal()
    {
        const string source = "[Model] public static class M { public static bool F(string s) => s == \"\\\"\\\"\\\"\\\"\" || s == \"#1\\\\n\"; }";
        TestCompilation.Driver().RunGeneratorsAndUpdateCompilation(TestCompilation.Of(source), out var compilation, out _, TestContext.Current.CancellationToken);
        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        var type = Assembly.Load(image.ToArray()).GetType("M")!;
        var function = Assert.Single(Terms.TermRegistry.Declared(type));
        Assert.Equal(true, Terms.Evaluation.TermEvaluator.Call(function, null, "\"\"\"\""));
        Assert.Equal(true, Terms.Evaluation.TermEvaluator.Call(function, null, "#1\\n"));
        Assert.Equal(false, Terms.Evaluation.TermEvaluator.Call(function, null, "#1\n"));
    }

    private static (string Path, string Source)[] Corpus([CallerFilePath] string caller = "") =>
        [.. Directory.GetFiles(Path.Combine(Path.GetDirectoryName(caller)!, "Corpus"), "*.cs").Order(StringComparer.Ordinal).Select(f => (Path.GetFileName(f), File.ReadAllText(f)))];
}
