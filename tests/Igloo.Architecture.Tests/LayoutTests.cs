using System.Text.RegularExpressions;

namespace Igloo.Architecture.Tests;

public sealed partial class LayoutTests
{
    private const int LongestFile = 400;

    [Fact]
    public void Source_file_is_short_enough_for_one_idea()
    {
        var offenders = SourceCode().Where(f => File.ReadLines(f).Count() > LongestFile).Select(Repository.Relative);

        Assert.Empty(offenders);
    }

    [Fact]
    public void Namespace_equals_the_folder()
    {
        var offenders = SourceCode()
            .Where(f => Repository.Relative(f).StartsWith("src/", StringComparison.Ordinal))
            // The compiler looks for these types by name.
            .Where(f => !f.Contains("/Polyfills/", StringComparison.Ordinal))
            .Select(f => (File: Repository.Relative(f), Namespace: DeclaredNamespace().Match(File.ReadAllText(f)).Groups[1].Value))
            .Where(f => f.Namespace.Length > 0 && f.Namespace != ExpectedNamespace(f.File))
            .Select(f => $"{f.File}: {f.Namespace}");

        Assert.Empty(offenders);
    }

    [Fact]
    public void Type_has_a_name_of_the_field()
    {
        var offenders = SourceCode()
            .Select(f => Path.GetFileNameWithoutExtension(f).Split('{')[0])
            .Where(n => ForbiddenName().IsMatch(n));

        Assert.Empty(offenders);
    }

    private static IEnumerable<string> SourceCode() =>
        Repository.SourceFiles("*.cs").Where(f => !f.Contains("/Snapshots/", StringComparison.Ordinal));

    private static string ExpectedNamespace(string file) =>
        string.Join('.', Path.GetDirectoryName(file)!.Replace('\\', '/').Split('/').Skip(1));

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex DeclaredNamespace();

    [GeneratedRegex("(Manager|Helper|Helpers|Utils|Utilities|Impl)$")]
    private static partial Regex ForbiddenName();
}
