using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace MetaTheorems;

/// <summary>The README claims no test that there is not, and leaves none out that stands for a statement of the paper.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string[] Tests =
    [
        .. typeof(ReadmeTests).Assembly.GetTypes().SelectMany(type => type.GetMethods()
            .Where(m => m.IsDefined(typeof(FactAttribute), inherit: true))
            .Select(m => $"{type.Name}.{m.Name}")),
    ];

    [Fact]
    public void Every_test_that_the_readme_names_exists() => Assert.Empty(Named().Except(Tests));

    [Fact]
    public void Every_numbered_statement_is_in_the_readme() => Assert.Empty(Tests.Where(t => Numbered().IsMatch(t)).Except(Named()));

    private static IEnumerable<string> Named([CallerFilePath] string file = "") =>
        TestName().Matches(File.ReadAllText(Path.Combine(Path.GetDirectoryName(file)!, "README.md"))).Select(m => m.Groups[1].Value);

    [GeneratedRegex(@"`(\w+Tests\.\w+)`")]
    private static partial Regex TestName();

    [GeneratedRegex(@"\.(Theorem|Lemma|Proposition|Corollary|Equation)_\d")]
    private static partial Regex Numbered();
}
