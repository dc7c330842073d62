using Igloo.Cli.Tests.Running;

namespace Igloo.Cli.Tests;

public sealed class TargetTests
{
    private const string EmptyProject =
        """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
        </Project>
        """;

    [Fact]
    public async Task Target_that_does_not_exist_is_named() =>
        await Refused("'nowhere' does not exist", "nowhere");

    [Fact]
    public async Task Folder_without_project_points_to_projects_below()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "Below"));
        folder.Write("Below/Ring.csproj", EmptyProject);

        await Refused("There are projects below it; name one: Below/Ring.csproj", folder.Path);
    }

    [Fact]
    public async Task Folder_with_two_projects_names_both()
    {
        using var folder = new TemporaryFolder();
        folder.Write("A.csproj", EmptyProject);
        folder.Write("B.csproj", EmptyProject);

        await Refused("A.csproj, B.csproj", folder.Path);
    }

    [Fact]
    public async Task File_of_another_kind_is_refused()
    {
        using var folder = new TemporaryFolder();

        await Refused("a .txt file", folder.Write("notes.txt", "ring"));
    }

    [Fact]
    public async Task File_that_only_looks_like_an_assembly_is_refused()
    {
        using var folder = new TemporaryFolder();

        await Refused("'native.dll' is not a .NET assembly", folder.Write("native.dll", "\u007fELF"));
    }

    [Fact]
    public async Task Assembly_without_Igloo_is_refused() =>
        await Refused("it does not use Igloo", Path.Combine(AppContext.BaseDirectory, "System.CommandLine.dll"));

    [Fact]
    public async Task Project_that_does_not_build_shows_the_compilers_words()
    {
        using var folder = new TemporaryFolder();
        folder.Write("Broken.csproj", EmptyProject);
        folder.Write("Broken.cs", "class Broken { int Wrong => missing; }");

        var result = await Refused("Broken.csproj does not build", folder.Path);

        Assert.Contains("Broken.cs(1,29): error CS0103", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Project_that_is_not_built_says_so_when_told_not_to_build()
    {
        using var folder = new TemporaryFolder();
        folder.Write("Fresh.csproj", EmptyProject);

        await Refused("Fresh.csproj is not built", folder.Path, "--no-build");
    }

    private static async Task<CommandResult> Refused(string words, params string[] arguments)
    {
        var result = await Command.RunAsync(["verify", .. arguments]);

        Assert.Equal(3, result.ExitCode);
        Assert.Contains(words, result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
        return result;
    }
}
