using System.Collections;
using System.Reflection;
using Igloo.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Igloo.Generators.Tests.Incremental;

/// <summary>Edits regenerate what they change and nothing else.</summary>
public sealed class CachingTests
{
    private const string Model = """
        public sealed class Clock(int limit) : EventSystem<Clock.State, Clock.Event>
        {
            public sealed record State(int Time);
            public abstract record Event { public sealed record Tick : Event; }
            public override State Initial => new(0);
            public override State? Next(State s, Event e) => e switch { Event.Tick when Helpers.May(s, limit) => new State(s.Time + 1), _ => null };
        }
        """;

    private const string Helper = "public static class Helpers { public static bool May(Clock.State s, int limit) => s.Time < limit; }";

    [Fact]
    public void Edit_elsewhere_regenerates_nothing() =>
        Assert.Equal([IncrementalStepRunReason.Unchanged], ReasonsAfter("Other.cs", "public static class Other { public static int X => 2; }"));

    [Fact]
    public void Comment_after_the_model_regenerates_nothing() =>
        Assert.Equal([IncrementalStepRunReason.Unchanged], ReasonsAfter("Model.cs", Model + "\n// a remark"));

    [Fact]
    public void Edit_of_the_model_regenerates_its_unit() =>
        Assert.Equal([IncrementalStepRunReason.Modified], ReasonsAfter("Model.cs", Model.Replace("+ 1", "+ 2", StringComparison.Ordinal)));

    [Fact]
    public void Finding_that_moves_regenerates_nothing()
    {
        const string faulty = "[Model] public static class M { public static bool F(string s) => s.Contains(\"!\"); }";
        var first = TestCompilation.Of(faulty);
        var driver = TestCompilation.Driver().RunGenerators(first, TestContext.Current.CancellationToken);
        var edited = first.ReplaceSyntaxTree(first.SyntaxTrees[1], CSharpSyntaxTree.ParseText("/* moved */ " + faulty, TestCompilation.ParseOptions, "Sample.cs", cancellationToken: TestContext.Current.CancellationToken));
        var result = driver.RunGenerators(edited, TestContext.Current.CancellationToken).GetRunResult().Results[0];
        Assert.Equal(IncrementalStepRunReason.Unchanged, Assert.Single(result.TrackedSteps[IglooGenerator.UnitsStage].SelectMany(s => s.Outputs)).Reason);
        Assert.Equal(faulty.IndexOf("s.Contains", StringComparison.Ordinal) + "/* moved */ ".Length, Assert.Single(result.Diagnostics).Location.SourceSpan.Start);
    }

    [Fact]
    public void Edit_of_a_helper_in_another_file_regenerates_the_unit() =>
        Assert.Equal([IncrementalStepRunReason.Modified], ReasonsAfter("Helper.cs", Helper.Replace("<", "<=", StringComparison.Ordinal)));

    [Fact]
    public void Items_of_the_pipeline_hold_no_symbols_and_no_syntax()
    {
        var result = TestCompilation.Driver().RunGenerators(Sample(), TestContext.Current.CancellationToken).GetRunResult().Results[0];
        var items = result.TrackedSteps[IglooGenerator.UnitsStage].SelectMany(s => s.Outputs).Select(o => o.Value).ToList();
        Assert.NotEmpty(items);
        Assert.All(items, i => Assert.Null(Forbidden(i)));
    }

    [Fact]
    public void Walk_of_the_object_graph_finds_a_symbol_if_there_is_one()
    {
        var symbol = Sample().GetTypeByMetadataName("Clock");
        Assert.NotNull(Forbidden(new[] { Tuple.Create<string, object?>("text", symbol) }));
        Assert.NotNull(Forbidden(Tuple.Create<object>(Sample())));
        Assert.NotNull(Forbidden(new List<object> { Sample().SyntaxTrees[0].GetRoot(TestContext.Current.CancellationToken) }));
    }

    [Fact]
    public void Same_source_twice_gives_the_same_text()
    {
        static IEnumerable<string> Texts() => TestCompilation.Driver().RunGenerators(Sample(), TestContext.Current.CancellationToken).GetRunResult().GeneratedTrees.Select(t => t.ToString());
        Assert.Equal(Texts(), Texts());
    }

    private static CSharpCompilation Sample() =>
        TestCompilation.Of(("Model.cs", Model), ("Helper.cs", Helper), ("Other.cs", "public static class Other { public static int X => 1; }"));

    private static List<IncrementalStepRunReason> ReasonsAfter(string path, string source)
    {
        var compilation = Sample();
        var driver = TestCompilation.Driver().RunGenerators(compilation, TestContext.Current.CancellationToken);
        var old = compilation.SyntaxTrees.Single(t => t.FilePath == path);
        var edited = compilation.ReplaceSyntaxTree(old, CSharpSyntaxTree.ParseText(source, TestCompilation.ParseOptions, path));
        var result = driver.RunGenerators(edited, TestContext.Current.CancellationToken).GetRunResult().Results[0];
        return [.. result.TrackedSteps[IglooGenerator.UnitsStage].SelectMany(s => s.Outputs).Select(o => o.Reason == IncrementalStepRunReason.Cached ? IncrementalStepRunReason.Unchanged : o.Reason)];
    }

    private static object? Forbidden(object? root)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<object?>([root]);
        while (pending.Count > 0)
        {
            var node = pending.Pop();
            if (node is null or string || node.GetType().IsPrimitive || node.GetType().IsEnum || !seen.Add(node))
            {
                continue;
            }

            if (node is Compilation or ISymbol or SyntaxNode or SyntaxTree or SemanticModel or IOperation)
            {
                return node;
            }

            if (node is IEnumerable elements)
            {
                foreach (var element in elements)
                {
                    pending.Push(element);
                }
            }

            for (var type = node.GetType(); type is not null; type = type.BaseType)
            {
                foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                {
                    pending.Push(field.GetValue(node));
                }
            }
        }

        return null;
    }
}
