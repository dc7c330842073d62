using System.Text.Json;
using Igloo.Cli.Tests.Running;

namespace Igloo.Cli.Tests.Json;

public sealed class VerificationJsonTests
{
    [Theory]
    [InlineData("SoundLock", "holds", 0)]
    [InlineData("GuardlessLock", "refuted", 1)]
    [InlineData("HopefulLock", "unknown", 2)]
    public async Task Document_is_valid_against_the_schema_and_agrees_with_the_exit_code(string filter, string outcome, int exitCode)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "result.json");

        var result = await Command.RunAsync("verify", Repository.OwnModels, "--no-cache", "--filter", filter, "--json", file);

        using var document = JsonDocument.Parse(File.ReadAllText(file));
        Assert.Empty(Schema().Errors(document.RootElement));
        Assert.Equal(exitCode, result.ExitCode);
        Assert.Equal(exitCode, document.RootElement.GetProperty("exitCode").GetInt32());
        Assert.Equal(outcome, document.RootElement.GetProperty("outcome").GetString());
    }

    [Fact]
    public void Schema_refuses_a_document_with_a_wrong_member()
    {
        using var document = JsonDocument.Parse("""{ "format": "igloo-verify/1", "outcome": "fine", "surplus": 1 }""");

        var errors = Schema().Errors(document.RootElement).ToList();

        Assert.Contains(errors, e => e.Contains("solver is missing", StringComparison.Ordinal));
        Assert.Contains(errors, e => e.Contains("fine is none of", StringComparison.Ordinal));
        Assert.Contains(errors, e => e.Contains("surplus is not in the schema", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Unwritable_file_is_a_user_error()
    {
        var result = await Command.RunAsync("verify", Repository.OwnModels, "--no-cache", "--filter", "SoundLock", "--json", "/nowhere/result.json");

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("/nowhere/result.json", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Documentation_names_every_member_of_the_schema()
    {
        var documentation = File.ReadAllText(Path.Combine(Repository.Root, "tools", "Igloo.Cli", "JSON.md"));
        using var schema = JsonDocument.Parse(SchemaText());
        var members = schema.RootElement.GetProperty("properties").EnumerateObject()
            .Concat(schema.RootElement.GetProperty("$defs").EnumerateObject()
                .Where(d => d.Value.TryGetProperty("properties", out _))
                .SelectMany(d => d.Value.GetProperty("properties").EnumerateObject()))
            .Select(p => p.Name);

        Assert.All(members, m => Assert.Contains($"`{m}`", documentation, StringComparison.Ordinal));
    }

    private static string SchemaText() => File.ReadAllText(Path.Combine(Repository.Root, "tools", "Igloo.Cli", "igloo-verify.schema.json"));

    private static JsonSchema Schema() => new(JsonDocument.Parse(SchemaText()).RootElement);
}
