namespace Igloo.Packages.Tests;

/// <summary>The first five minutes of a user: the template outside the checkout, green, then red.</summary>
public sealed class TemplateTests(PackageFeed feed)
{
    private const string Guard = " when s.Holders.IsEmpty";

    [Fact]
    public async Task Template_is_green_and_turns_red_without_its_guard()
    {
        var folder = feed.EmptyFolder("user");
        (await feed.DotNet(folder, "new", "install", $"Igloo.Templates::{feed.Version}", "--add-source", feed.Feed)).Expected();
        (await feed.DotNet(folder, "new", "igloo", "-o", "Lock")).Expected();
        var created = Path.Combine(folder, "Lock");

        var green = (await feed.DotNet(created, "test", "--nologo")).Expected();
        Assert.Matches("Passed!  - Failed: +0, Passed: +[1-9]", green);

        // What the template's README says.
        Assert.Contains($"`{Guard}`", File.ReadAllText(Path.Combine(created, "README.md")), StringComparison.Ordinal);
        var model = Path.Combine(created, "Lock", "LockServer.cs");
        var text = File.ReadAllText(model);
        Assert.Contains(Guard, text, StringComparison.Ordinal);
        File.WriteAllText(model, text.Replace(Guard, "", StringComparison.Ordinal));
        var line = 1 + Array.FindIndex(text.Split('\n'), l => l.Contains("Implies(", StringComparison.Ordinal));

        var red = await feed.DotNet(created, "test", "--nologo");
        Assert.NotEqual(0, red.ExitCode);
        Assert.Contains("REFUTED  Acquire keeps MutualExclusion", red.Output, StringComparison.Ordinal);
        Assert.Contains("REAL BUG", red.Output, StringComparison.Ordinal);
        Assert.Contains($"LockServer.cs:line {line}", red.Output, StringComparison.Ordinal);
    }
}
