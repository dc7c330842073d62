using Igloo.Cli.Tests.Running;

namespace Igloo.Cli.Tests;

public sealed class ResultFileTests
{
    [Fact]
    public void File_of_a_command_that_fails_half_way_stays_as_it_was()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "results.json");
        ResultFile.WriteJson("results", file, writer => writer.WriteNumber("exitCode", 0));
        var before = File.ReadAllText(file);

        Assert.Throws<InvalidOperationException>(() => ResultFile.WriteJson("results", file, writer =>
        {
            writer.WriteNumber("exitCode", 1);
            writer.Flush();
            throw new InvalidOperationException();
        }));

        Assert.Equal("{\n  \"exitCode\": 0\n}", before);
        Assert.Equal(before, File.ReadAllText(file));
    }

    [Fact]
    public void Folder_that_does_not_exist_is_a_user_error_that_names_the_file()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "missing", "report.md");

        var error = Assert.Throws<UserErrorException>(() => ResultFile.Write("report", file, _ => { }));

        Assert.StartsWith($"The report cannot be written to '{file}'", error.Message, StringComparison.Ordinal);
        Assert.Equal("Name a file in a folder that exists and that you may write to.", error.Advice);
    }
}
