using Igloo.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Igloo.Generators.Tests.Incremental;

/// <summary>An editor keeps one driver and runs it again and again while its user types.</summary>
public sealed class EditorTests
{
    private const string Model = """
        public sealed class Clock : EventSystem<Clock.State, Clock.Event>
        {
            public sealed record State(int Time);
            public abstract record Event { public sealed record Tick : Event; public sealed record Reset : Event; }
            public override State Initial => new(0);
            public override State? Next(State s, Event e) => e switch { Event.Tick => new State(s.Time + 1), Event.Reset => new State(0), _ => null };
        }
        """;

    private const string Arm = " Event.Reset => new State(0),";

    private readonly CSharpCompilation compilation = TestCompilation.Of(Model);

    [Fact]
    public void Finding_comes_and_goes_as_the_model_is_typed()
    {
        var driver = TestCompilation.Driver();
        List<string[]> seen = [];
        foreach (var text in new[] { Model, Model.Replace(Arm, "", StringComparison.Ordinal), Model })
        {
            driver = driver.RunGenerators(Typed(text), TestContext.Current.CancellationToken);
            seen.Add([.. driver.GetRunResult().Diagnostics.Select(d => d.Id)]);
        }

        Assert.Equal([[], ["IGL1101"], []], seen);
    }

    [Fact]
    public void Text_that_ends_anywhere_breaks_nothing()
    {
        var driver = TestCompilation.Driver();
        for (var length = 0; length < Model.Length; length += 7)
        {
            driver = driver.RunGenerators(Typed(Model[..length]), TestContext.Current.CancellationToken);
            Assert.Null(driver.GetRunResult().Results[0].Exception);
            Assert.DoesNotContain(driver.GetRunResult().Diagnostics, d => d.Id == "IGL1000");
        }
    }

    [Fact]
    public void Run_that_the_editor_cancels_ends_as_cancelled()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => TestCompilation.Driver().RunGenerators(compilation, source.Token));
    }

    [Fact]
    public void Files_come_in_the_order_of_the_declarations_whichever_is_translated_first()
    {
        var names = Enumerable.Range(0, 40).Select(i => "M" + i).ToList();
        var many = TestCompilation.Of([.. names.Select(n => (n + ".cs", $"[Model] public static class {n} {{ public static int F(int x) => x + 1; }}"))]);
        var result = TestCompilation.Driver().RunGenerators(many, TestContext.Current.CancellationToken).GetRunResult().Results[0];

        Assert.Equal(names.Select(n => n + ".terms.g.cs"), result.GeneratedSources.Select(s => s.HintName));
    }

    private CSharpCompilation Typed(string text) =>
        compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[1], CSharpSyntaxTree.ParseText(text, TestCompilation.ParseOptions, compilation.SyntaxTrees[1].FilePath));
}
