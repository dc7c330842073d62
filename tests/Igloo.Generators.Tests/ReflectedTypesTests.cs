using System.Text.RegularExpressions;
using Igloo.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Igloo.Generators.Tests;

/// <summary>What the generator tells the trimmer to keep.</summary>
public sealed partial class ReflectedTypesTests
{
    private const string Node = "public readonly record struct Node(int Id);";

    [Fact]
    public void Generic_types_are_named_with_their_arguments() =>
        Assert.Contains("Igloo.Values.Set`1[[Node, Sample]], Igloo", TypesOf("[Model] public static class M { public static bool F(Set<Node> s) => s.IsEmpty; }" + Node));

    [Fact]
    public void Pairs_of_maps_are_kept() =>
        Assert.Contains(
            "System.Collections.Generic.KeyValuePair`2[[Node, Sample],[Node, Sample]], System.Runtime",
            TypesOf("[Model] public static class M { public static bool F(FiniteMap<Node, Node> m, Node n) => m.ContainsKey(n); }" + Node));

    [Fact]
    public void Optional_structs_are_kept_as_terms_and_as_CSharp_have_them()
    {
        var types = TypesOf("[Model] public static class M { public static bool F(Seq<Node?> s) => s.IsEmpty; }" + Node);

        Assert.Contains("Igloo.Values.Seq`1[[Igloo.Terms.Option`1[[Node, Sample]], Igloo]], Igloo", types);
        Assert.Contains("Igloo.Values.Seq`1[[System.Nullable`1[[Node, Sample]], System.Runtime]], Igloo", types);
    }

    [Fact]
    public void Optional_references_are_kept_as_CSharp_has_them() =>
        Assert.Contains(
            "Igloo.Values.Seq`1[[Leaf, Sample]], Igloo",
            TypesOf("[Model] public static class M { public static bool F(Seq<Leaf?> s) => s.IsEmpty; } public sealed record Leaf(int N);"));

    [Fact]
    public void Private_types_are_kept() =>
        Assert.Contains("M+Hidden, Sample", TypesOf("[Model] public static class M { private static bool F(Hidden h) => h.N > 0; private sealed record Hidden(int N); }"));

    [Fact]
    public void Cases_of_hierarchies_are_kept()
    {
        var types = TypesOf("[Model] public static class M { public static bool F(Tree t) => t is Tree.Leaf; } public abstract record Tree { public sealed record Leaf : Tree; public sealed record Fork(Node N) : Tree; }" + Node);

        Assert.Superset(new HashSet<string> { "Tree, Sample", "Tree+Leaf, Sample", "Tree+Fork, Sample", "Node, Sample" }, types);
    }

    [Fact]
    public void Generic_definitions_are_kept_where_they_are_declared() =>
        Assert.Contains("Pair`1, Sample", TypesOf("[Model] public static class M { public static bool F(Pair<bool> p) => p.A; } public sealed record Pair<T>(T A, T B);"));

    [Fact]
    public void Types_of_the_platform_need_nothing() =>
        Assert.DoesNotContain(
            TypesOf("[Model] public static class M { public static bool F(int n, string s, System.Numerics.BigInteger b, Colour c) => n > 0; } public enum Colour { Red }"),
            t => t.StartsWith("System", StringComparison.Ordinal) || t.StartsWith("Colour", StringComparison.Ordinal));

    [Fact]
    public void Parts_of_a_library_without_models_are_kept()
    {
        using var image = new MemoryStream();
        var library = TestCompilation.Of("public sealed record Price(Amount Amount, Unit Unit); public readonly record struct Amount(int Cents); public abstract record Unit { public sealed record Piece(Size Size) : Unit; } public sealed record Size(int N);")
            .WithAssemblyName("Library");
        Assert.True(library.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        var user = TestCompilation.Of("[Model] public static class M { public static bool F(Price p, Price q) => p == q; }")
            .AddReferences(MetadataReference.CreateFromImage(image.ToArray()));

        Assert.Superset(new HashSet<string> { "Price, Library", "Amount, Library", "Unit, Library", "Unit+Piece, Library", "Size, Library" }, TypesOf(user));
    }

    private static HashSet<string> TypesOf(string source) => TypesOf(TestCompilation.Of(source));

    private static HashSet<string> TypesOf(Compilation compilation)
    {
        var trees = TestCompilation.Driver().RunGenerators(compilation, TestContext.Current.CancellationToken).GetRunResult().GeneratedTrees;
        return [.. trees.SelectMany(t => ModelType().Matches(t.ToString())).Select(m => m.Groups[1].Value)];
    }

    [GeneratedRegex("""ModelType\("(.*)"\)""")]
    private static partial Regex ModelType();
}
