namespace Igloo.Architecture.Tests;

public sealed class DependencyTests
{
    // The table of ARCHITECTURE.md, "Rooms and the arrows between them".
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Igloo"] = [],
        ["Igloo.Generators"] = [],
        ["Igloo.CodeFixes"] = [],
        ["Igloo.Z3"] = [],
        ["Igloo.Exploring"] = ["Igloo"],
        ["Igloo.Viewing"] = ["Igloo", "Igloo.Exploring"],
        ["Igloo.Proving"] = ["Igloo", "Igloo.Z3", "Igloo.Exploring"],
        ["Igloo.IoSpecs"] = ["Igloo"],
        ["Igloo.Monitoring"] = ["Igloo", "Igloo.IoSpecs"],
        ["Igloo.Monitoring.AspNetCore"] = ["Igloo.Monitoring"],
        ["Igloo.Monitoring.Hosting"] = ["Igloo.Monitoring"],
        ["Igloo.Monitoring.Reactive"] = ["Igloo.Monitoring"],
        ["Igloo.Testing"] = ["Igloo", "Igloo.Z3", "Igloo.Exploring", "Igloo.Proving", "Igloo.IoSpecs", "Igloo.Monitoring"],
    };

    public static TheoryData<string> SourceProjects() =>
        new(Repository.SourceFiles("*.csproj").Select(Repository.Relative).Where(p => p.StartsWith("src/", StringComparison.Ordinal)));

    public static TheoryData<string> CaseStudies() =>
        new(Repository.SourceFiles("*.csproj").Select(Repository.Relative).Where(p => p.StartsWith("casestudies/", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(SourceProjects))]
    public void Room_refers_only_to_the_rooms_the_table_allows(string project)
    {
        var name = Path.GetFileNameWithoutExtension(project);

        Assert.True(Allowed.TryGetValue(name, out var allowed), $"{name} is a room without a row in the table.");
        Assert.Empty(Repository.ReferencesOf(Path.Combine(Repository.Root, project)).Except(allowed!));
    }

    [Theory]
    [MemberData(nameof(CaseStudies))]
    public void Case_study_refers_only_to_models_and_monitors(string project) =>
        Assert.Empty(Repository.ReferencesOf(Path.Combine(Repository.Root, project)).Except(["Igloo", "Igloo.Monitoring"]));

    [Fact]
    public void Table_in_the_document_names_every_room()
    {
        var document = File.ReadAllText(Path.Combine(Repository.Root, "ARCHITECTURE.md"));

        Assert.All(Allowed.Keys, room => Assert.Contains($"`src/{room}`", document, StringComparison.Ordinal));
    }

    // A reference with properties of its own builds its project a second time, and in a parallel build both write the same files.
    [Fact]
    public void No_reference_builds_a_project_with_properties_of_its_own() =>
        Assert.DoesNotContain(Repository.SourceFiles("*.csproj"), p => System.Text.RegularExpressions.Regex.IsMatch(File.ReadAllText(p), "SetTargetFramework|AdditionalProperties|SetConfiguration|SetPlatform"));
}
