namespace Igloo.Cli.Tests.Running;

/// <summary>A folder outside the checkout that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("igloo-cli-").FullName;

    public string Write(string name, string text)
    {
        var file = System.IO.Path.Combine(Path, name);
        File.WriteAllText(file, text);
        return file;
    }

    /// <summary>A project with one file of models, as a user has it, against the Igloo of this build.</summary>
    public void WriteModel(string name, string source, params string[] references)
    {
        Write(name + ".cs", source);
        Write(name + ".csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <CheckForOverflowUnderflow>true</CheckForOverflowUnderflow>
              </PropertyGroup>
              <ItemGroup>
                <Reference Include="{System.IO.Path.Combine(AppContext.BaseDirectory, "Igloo.dll")}" />
                {string.Concat(references.Select(r => $"<Reference Include=\"{System.IO.Path.Combine(AppContext.BaseDirectory, r + ".dll")}\" />"))}
                <Analyzer Include="{Repository.Generator}" />
              </ItemGroup>
            </Project>
            """);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
