using Igloo.CodeFixes;
using Igloo.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace Igloo.Generators.Tests.CodeFixes;

/// <summary>Each fix yields code that the generator accepts.</summary>
public sealed class CodeFixTests
{
    [Fact]
    public async Task Any_becomes_Exists() => Assert.Contains(
        "s.Exists(x => x > 1)",
        await Fixed(new LinqFix(), "[Model] public static class M { public static bool F(Set<int> s) => s.Any(x => x > 1); }"),
        StringComparison.Ordinal);

    [Fact]
    public async Task Any_without_predicate_asks_whether_it_is_empty() => Assert.Contains(
        "!s.IsEmpty",
        await Fixed(new LinqFix(), "[Model] public static class M { public static bool F(Set<int> s) => s.Any(); }"),
        StringComparison.Ordinal);

    [Fact]
    public async Task Spread_element_becomes_a_union() => Assert.Contains(
        "s.Union(Set<int>.Of(x, 2))",
        await Fixed(new SpreadFix(), "[Model] public static class M { public static Set<int> F(Set<int> s, int x) => [.. s, x, 2]; }"),
        StringComparison.Ordinal);

    [Fact]
    public async Task Search_loop_becomes_a_quantifier() => Assert.Contains(
        "return s.All(v => !(v <= 0));",
        await Fixed(new LoopFix(), "[Model] public static class M { public static bool F(Set<int> s) { foreach (var v in s) { if (v <= 0) return false; } return true; } }"),
        StringComparison.Ordinal);

    [Fact]
    public async Task Collection_that_is_chosen_keeps_its_parentheses_before_the_dot() => Assert.Contains(
        "return (b ? s : t).Exists(v => v > 0);",
        await Fixed(new LoopFix(), "[Model] public static class M { public static bool F(Set<int> s, Set<int> t, bool b) { foreach (var v in b ? s : t) { if (v > 0) return true; } return false; } }"),
        StringComparison.Ordinal);

    [Fact]
    public async Task Loop_that_asks_what_it_has_added_has_no_fix() => Assert.Null(
        await FixedOrNull(new AccumulationFix(), "[Model] public static class M { public static Set<int> F(Domain<int> all, Set<int> s) { var r = s; foreach (var a in all) { if (!r.Contains(a + 1)) { r = r.Add(a); } } return r; } }"));

    [Fact]
    public async Task Accumulating_loop_becomes_a_bulk_update() => Assert.Contains(
        "var r = s.AddWhere(all, a => a > k);",
        await Fixed(new AccumulationFix(), "[Model] public static class M { public static Set<int> F(Domain<int> all, Set<int> s, int k) { var r = s; foreach (var a in all) { if (a > k) { r = r.Add(a); } } return r; } }"),
        StringComparison.Ordinal);

    [Fact]
    public async Task Forgotten_event_gets_an_arm_before_the_discard()
    {
        var text = await Fixed(new MissingArmFix(), """
            public sealed class Clock : EventSystem<Clock.State, Clock.Event>
            {
                public sealed record State(int Time);

                public abstract record Event
                {
                    public sealed record Tick : Event;

                    public sealed record Reset : Event;
                }

                public override State Initial => new(0);

                public override State? Next(State s, Event e) => e switch
                {
                    Event.Tick => new State(s.Time + 1),
                    _ => null,
                };
            }
            """);
        Assert.Contains("        Event.Reset => s,\n        _ => null,\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Loop_of_another_form_has_no_fix() => Assert.Null(
        await FixedOrNull(new LoopFix(), "[Model] public static class M { public static bool F(Set<int> s) { foreach (var v in s) { if (v <= 0) return true; } return true; } }"));

    private static async Task<string> Fixed(CodeFixProvider provider, string source)
    {
        var text = await FixedOrNull(provider, source);
        Assert.NotNull(text);
        Assert.Empty(TestCompilation.Analyse(text));
        return text;
    }

    private static async Task<string?> FixedOrNull(CodeFixProvider provider, string source)
    {
        using var workspace = new AdhocWorkspace();
        var sample = TestCompilation.Of(source);
        var project = workspace.AddProject("Sample", LanguageNames.CSharp)
            .WithMetadataReferences(sample.References)
            .WithCompilationOptions(sample.Options)
            .WithParseOptions(TestCompilation.ParseOptions);
        project = project.AddDocument("Prelude.cs", TestCompilation.Prelude).Project;
        var document = project.AddDocument("Sample.cs", source);
        var compilation = (await document.Project.GetCompilationAsync(TestContext.Current.CancellationToken))!;
        var diagnostics = TestCompilation.Findings(compilation);
        var actions = new List<CodeAction>();
        foreach (var diagnostic in diagnostics.Where(d => provider.FixableDiagnosticIds.Contains(d.Id)))
        {
            await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), TestContext.Current.CancellationToken));
        }

        if (actions.Count == 0)
        {
            return null;
        }

        var operations = await actions[0].GetOperationsAsync(TestContext.Current.CancellationToken);
        var changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
        return (await changed.GetTextAsync(TestContext.Current.CancellationToken)).ToString();
    }
}
