namespace Igloo.Z3.Tests;

public sealed class SolverLibraryTests
{
    [Fact]
    public void Library_beside_the_binaries_is_the_pinned_one_when_none_is_chosen()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable(LibraryResolution.Variable) is not null, "IGLOO_LIBZ3 chooses another library.");
        Assert.Equal(new Version(4, 8, 12), new Version(SolverLibrary.Current.Version.ToString(3)));
        Assert.StartsWith(AppContext.BaseDirectory, SolverLibrary.Current.Path);
        Assert.Equal(SolverLibrary.PinnedSha256, SolverLibrary.Current.Sha256);
        Assert.EndsWith(", pinned)", SolverLibrary.Current.ToString());
    }

    [Fact]
    public void Chosen_path_wins_over_the_copy_beside_the_binaries() =>
        Assert.Equal("/other/libz3.so", LibraryResolution.Resolve("/other/libz3.so", ["/app"], _ => true));

    [Fact]
    public void Chosen_path_that_does_not_exist_is_an_error_and_not_passed_over()
    {
        var exception = Assert.Throws<SolverLibraryException>(() => LibraryResolution.Resolve("/other/libz3.so", ["/app"], path => path.StartsWith("/app", StringComparison.Ordinal)));
        Assert.Contains("IGLOO_LIBZ3 names '/other/libz3.so', which does not exist", exception.Message);
    }

    [Fact]
    public void Missing_library_names_the_places_searched_and_what_to_do()
    {
        var exception = Assert.Throws<SolverLibraryException>(() => LibraryResolution.Resolve(null, ["/app"], _ => false));
        Assert.Contains("/app", exception.Message);
        Assert.Contains("IGLOO_LIBZ3", exception.Message);
        Assert.Contains("install", exception.Message);
    }

    [Fact]
    public void Library_of_the_system_is_not_used_unasked()
    {
        var asked = new List<string>();
        Assert.Throws<SolverLibraryException>(() => LibraryResolution.Resolve(null, ["/app"], path =>
        {
            asked.Add(path);
            return false;
        }));
        Assert.All(asked, path => Assert.StartsWith("/app", path));
    }

    [Fact]
    public void File_that_is_no_library_is_refused()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "not a library");
        var exception = Assert.Throws<SolverLibraryException>(() => SolverLibrary.Load(file));
        File.Delete(file);
        Assert.Contains("cannot be loaded as a library", exception.Message);
    }

    [Fact]
    public void Library_that_is_not_libz3_is_refused()
    {
        var other = Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "libSystem.Native.*")
            .FirstOrDefault(file => !file.EndsWith(".a", StringComparison.Ordinal));
        Assert.SkipWhen(other is null, "no other native library at hand");
        Assert.Contains("is no libz3", Assert.Throws<SolverLibraryException>(() => SolverLibrary.Load(other!)).Message);
    }
}
