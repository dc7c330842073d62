using System.Reflection;

namespace Redis.Tests;

/// <summary>The README shows the whole difference between the program and the same program under a monitor.</summary>
public sealed class ReadmeTests
{
    private static readonly string Folder = Path.Combine(
        typeof(ReadmeTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!, "casestudies/Redis");

    [Fact]
    public void Difference_is_complete_and_its_lines_are_counted()
    {
        var plain = Lines("Plain/RespConnection.cs");
        var monitored = Lines("Monitored/RespConnection.cs");
        var shown = File.ReadAllText(Path.Combine(Folder, "README.md")).Split("```diff\n")[1].Split("```")[0].Split('\n');

        Assert.Equal(Without(monitored, plain), Without(shown.Where(l => l.StartsWith('+')).Select(l => l[1..]), []));
        Assert.Equal(Without(plain, monitored), Without(shown.Where(l => l.StartsWith('-')).Select(l => l[1..]), []));
        Assert.Equal((11, 2), (shown.Count(l => l.StartsWith('+')), shown.Count(l => l.StartsWith('-'))));
    }

    private static List<string> Lines(string file) =>
        [.. File.ReadLines(Path.Combine(Folder, file)).Where(l => !l.StartsWith("namespace", StringComparison.Ordinal) && !l.StartsWith("/// <summary>", StringComparison.Ordinal))];

    // Lines can occur more than once.
    private static List<string> Without(IEnumerable<string> lines, IEnumerable<string> others)
    {
        var left = lines.ToList();
        foreach (var other in others) left.Remove(other);
        return left;
    }
}
