using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Igloo.Generators.Diagnostics;
using Igloo.Generators.Tests.Harness;

namespace Igloo.Generators.Tests.Diagnostics;

/// <summary>The catalogue of diagnostics is complete, and its examples do what it says.</summary>
public sealed class CatalogueTests
{
    private static readonly IReadOnlyDictionary<string, string> Entries = Read();

    // The only one without an example: a defect of ours has none.
    private const string InternalError = "IGL1000";

    public static TheoryData<string> Ids => new(Descriptors.All.Select(d => d.Id).Where(id => id != InternalError));

    [Fact]
    public void Every_diagnostic_has_an_entry_and_every_entry_a_diagnostic() =>
        Assert.Equal(Descriptors.All.Select(d => d.Id).Order(), Entries.Keys.Order());

    [Theory, MemberData(nameof(Ids))]
    public void Bad_example_raises_the_diagnostic(string id)
    {
        var found = TestCompilation.Analyse(Example(id, "bad"));
        Assert.Equal([id], found.Select(d => d.Id).Distinct());
        Assert.All(found, d => Assert.True(d.Location.IsInSource));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Good_example_raises_nothing(string id) =>
        Assert.Empty(TestCompilation.Analyse(Example(id, "good")));

    private static string Example(string id, string kind) =>
        Regex.Match(Entries[id], $"```csharp {kind}\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;

    private static Dictionary<string, string> Read([CallerFilePath] string caller = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(caller)!, "..", "..", "..", "src", "Igloo.Generators", "DIAGNOSTICS.md");
        return Regex.Split(File.ReadAllText(path).ReplaceLineEndings("\n"), "^## ", RegexOptions.Multiline).Skip(1)
            .ToDictionary(e => e[..7], e => e);
    }
}
