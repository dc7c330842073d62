using System.Text.Json;

namespace Igloo.Packages.Tests;

public sealed class ReferenceTests(PackageFeed feed)
{
    private const string Model =
        """
        [Sort] public readonly record struct Peer(int Index);

        public sealed class Counter : EventSystem<Counter.State, Counter.Event>
        {
            public sealed record State(int Value);
            public abstract record Event { public sealed record Increment(Peer By) : Event; }
            public override State Initial => new(0);
            public override State? Next(State s, Event e) => e switch { Event.Increment => s with { Value = s.Value + 1 }, _ => null };
            [Invariant] public bool NotNegative(State s) => s.Value >= 0;
        }
        """;

    [Fact]
    public async Task Program_with_monitors_drags_in_neither_solver_nor_test_framework()
    {
        var folder = feed.EmptyFolder("Watched");
        File.WriteAllText(Path.Combine(folder, "Watched.csproj"), Project("Igloo.Monitoring", feed.Version));
        File.WriteAllText(Path.Combine(folder, "Program.cs"), $"System.Console.WriteLine(new Counter().Next(new(41), new Counter.Event.Increment(new(0))));\n{Model}");

        (await feed.DotNet(folder, "build", "--nologo", "-v", "quiet")).Expected();

        using var assets = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "obj", "project.assets.json")));
        var libraries = assets.RootElement.GetProperty("libraries").EnumerateObject().Select(l => l.Name.Split('/')[0]).Order(StringComparer.Ordinal);
        Assert.Equal(["Igloo", "Igloo.IoSpecs", "Igloo.Monitoring"], libraries);
        var output = Path.Combine(folder, "bin", "Debug", "net10.0");
        Assert.DoesNotContain(
            Directory.EnumerateFiles(output, "*", SearchOption.AllDirectories).Select(Path.GetFileName),
            f => f!.Contains("z3", StringComparison.OrdinalIgnoreCase) || f.Contains("xunit", StringComparison.Ordinal) || f.Contains("FsCheck", StringComparison.Ordinal) || f.Contains("Reactive", StringComparison.Ordinal));
        Assert.Contains("42", (await feed.DotNet(output, "Watched.dll")).Expected(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Installed_tool_verifies_a_project_that_uses_packages()
    {
        var folder = feed.EmptyFolder("Counting");
        File.WriteAllText(Path.Combine(folder, "Counting.csproj"), Project("Igloo", feed.Version));
        File.WriteAllText(Path.Combine(folder, "Counter.cs"), Model + "\npublic static class Program { public static void Main() { } }");
        (await feed.DotNet(folder, "tool", "install", "Igloo.Cli", "--version", feed.Version, "--tool-path", "tool")).Expected();

        var verified = await feed.Run(folder, Path.Combine(folder, "tool", "igloo"), "verify", ".", "--no-cache");

        Assert.Contains("HOLDS", verified.Expected(), StringComparison.Ordinal);
    }

    private static string Project(string package, string version) =>
        $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
          </PropertyGroup>
          <ItemGroup><PackageReference Include="{package}" Version="{version}" /></ItemGroup>
        </Project>
        """;
}
