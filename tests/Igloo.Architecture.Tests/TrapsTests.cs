using System.Text.RegularExpressions;

namespace Igloo.Architecture.Tests;

/// <summary>The list of traps names no test that there is not.</summary>
public sealed partial class TrapsTests
{
    private const int FewestTests = 150;

    private static readonly string Folder = Path.Combine(Repository.Root, "tests");

    private static readonly (string Name, string File)[] Named =
        [.. TestLink().Matches(File.ReadAllText(Path.Combine(Folder, "TRAPS.md"))).Select(m => (m.Groups[1].Value, Path.GetFullPath(Path.Combine(Folder, m.Groups[2].Value))))];

    [Fact]
    public void Every_test_that_the_list_names_exists()
    {
        Assert.InRange(Named.Length, FewestTests, int.MaxValue);
        Assert.Empty(Named.Where(n => !IsTest(n.File, n.Name)).Select(n => $"{Repository.Relative(n.File)}: {n.Name}"));
    }

    [Fact]
    public void Every_statement_has_a_test() => Assert.DoesNotContain(Rows(), row => !TestLink().IsMatch(row));

    [Theory]
    [InlineData("Every_test_that_the_list_names_exists", true)]
    [InlineData("Every_test_that_the_list_names", false)]
    [InlineData("IsTest", false)]
    public void Test_is_told_from_what_is_none(string name, bool isTest) =>
        Assert.Equal(isTest, IsTest(Path.Combine(Folder, "Igloo.Architecture.Tests", "TrapsTests.cs"), name));

    private static IEnumerable<string> Rows() =>
        File.ReadLines(Path.Combine(Folder, "TRAPS.md")).Where(line => line.StartsWith("| ", StringComparison.Ordinal) && line != "| statement | shown by |");

    // The attribute stands before the method, perhaps with data between.
    private static bool IsTest(string file, string name) =>
        File.Exists(file) && Regex.IsMatch(File.ReadAllText(file), $@"\[(Fact|Theory)[^\n]*\](\s*\[.*\])*\s+public (async )?(void|Task) {Regex.Escape(name)}\(");

    [GeneratedRegex(@"\[(\w+)\]\(([\w./]+\.cs)\)")]
    private static partial Regex TestLink();
}
