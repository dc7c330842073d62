using System.IO.Compression;
using System.Xml.Linq;

namespace Igloo.Packages.Tests;

public sealed class PackageContentTests(PackageFeed feed)
{
    [Theory]
    [InlineData("Igloo")]
    [InlineData("Igloo.Cli")]
    [InlineData("Igloo.Cli.any")]
    [InlineData("Igloo.Cli.linux-x64")]
    [InlineData("Igloo.Exploring")]
    [InlineData("Igloo.IoSpecs")]
    [InlineData("Igloo.Monitoring")]
    [InlineData("Igloo.Monitoring.AspNetCore")]
    [InlineData("Igloo.Proving")]
    [InlineData("Igloo.Templates")]
    [InlineData("Igloo.Testing")]
    [InlineData("Igloo.Viewing")]
    [InlineData("Igloo.Z3")]
    [InlineData("Igloo.Z3.Native.linux-x64")]
    public void Package_carries_readme_notice_and_licence(string id)
    {
        using var package = Open(id);

        Assert.NotNull(package.GetEntry("README.md"));
        Assert.NotNull(package.GetEntry("NOTICE"));
        using var stream = package.GetEntry($"{id}.nuspec")!.Open();
        var licence = XDocument.Load(stream).Descendants().Single(e => e.Name.LocalName == "license");
        Assert.Equal("expression", licence.Attribute("type")!.Value);
    }

    [Theory]
    [InlineData("Igloo", "analyzers/dotnet/cs/Igloo.Generators.dll")]
    [InlineData("Igloo", "analyzers/dotnet/cs/Igloo.CodeFixes.dll")]
    [InlineData("Igloo", "build/Igloo.props")]
    [InlineData("Igloo", "buildTransitive/Igloo.props")]
    [InlineData("Igloo.Z3.Native.linux-x64", "runtimes/linux-x64/native/libz3.so.4")]
    [InlineData("Igloo.Z3.Native.linux-x64", "Z3-LICENSE.txt")]
    public void Package_contains_what_its_users_need(string id, string entry)
    {
        using var package = Open(id);

        Assert.Contains(entry, package.Entries.Select(e => e.FullName));
    }

    [Fact]
    public void Template_is_no_project_of_the_solution()
    {
        // Its projects name packages by placeholders: they build only after 'dotnet new'.
        var solution = File.ReadAllText(Path.Combine(PackageFeed.Repository, "Igloo.sln"));

        Assert.DoesNotContain("MyProtocol", solution, StringComparison.Ordinal);
    }

    private ZipArchive Open(string id) => ZipFile.OpenRead(Path.Combine(feed.Feed, $"{id}.{feed.Version}.nupkg"));
}
