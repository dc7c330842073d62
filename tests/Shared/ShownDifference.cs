using System.Reflection;

namespace Igloo.Shared;

/// <summary>The whole difference between a program and the same program under a monitor, as the README of a case study shows it.</summary>
internal static class ShownDifference
{
    private static readonly string Root = typeof(ShownDifference).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;

    /// <summary>Asserts that a block of the README is the difference.</summary>
    /// <param name="caseStudy">The folder below <c>casestudies</c>.</param>
    /// <param name="program">The file that is in both <c>Plain</c> and <c>Monitored</c>.</param>
    /// <param name="block">Which of the README's differences it is, from 0.</param>
    /// <param name="come">How many lines come, as the README says.</param>
    /// <param name="go">How many go.</param>
    public static void IsComplete(string caseStudy, string program, int block, int come, int go)
    {
        var folder = Path.Combine(Root, "casestudies", caseStudy);
        var plain = Lines(Path.Combine(folder, "Plain", program));
        var monitored = Lines(Path.Combine(folder, "Monitored", program));
        var shown = File.ReadAllText(Path.Combine(folder, "README.md")).Split("```diff\n")[block + 1].Split("```")[0].Split('\n');

        Assert.Equal(Without(monitored, plain), Without(shown.Where(l => l.StartsWith('+')).Select(l => l[1..]), []));
        Assert.Equal(Without(plain, monitored), Without(shown.Where(l => l.StartsWith('-')).Select(l => l[1..]), []));
        Assert.Equal((come, go), (shown.Count(l => l.StartsWith('+')), shown.Count(l => l.StartsWith('-'))));
    }

    private static List<string> Lines(string file) =>
        [.. File.ReadLines(file).Where(l => !l.StartsWith("namespace", StringComparison.Ordinal) && !l.StartsWith("/// <summary>", StringComparison.Ordinal))];

    // Lines can occur more than once.
    private static List<string> Without(IEnumerable<string> lines, IEnumerable<string> others)
    {
        var left = lines.ToList();
        foreach (var other in others) left.Remove(other);
        return left;
    }
}
