using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.PortableExecutable;
using Igloo.Terms;

namespace Igloo.Cli.Targets;

/// <summary>A loaded assembly with models.</summary>
/// <param name="Assembly">The assembly that the user named.</param>
/// <param name="Path">Where it was loaded from.</param>
/// <param name="WithModels">The assemblies whose models are meant: this one, or the user's assemblies it refers to if it has none.</param>
internal sealed record ModelAssembly(Assembly Assembly, string Path, ImmutableArray<Assembly> WithModels)
{
    private const string Library = "Igloo";

    /// <summary>Loads an assembly, without running its program.</summary>
    /// <exception cref="UserErrorException">It is no .NET assembly, has no models, or was built against another Igloo.</exception>
    public static ModelAssembly Load(string path)
    {
        var name = System.IO.Path.GetFileName(path);
        CheckIsManaged(path);
        var assembly = LoadOrExplain(path, name);
        CheckVersion(assembly, name);
        if (HasModels(assembly))
        {
            return new ModelAssembly(assembly, path, [assembly]);
        }

        var referenced = UsersReferences(assembly).Where(HasModels).ToImmutableArray();
        return referenced.IsEmpty ? throw WithoutModels(assembly, name) : new ModelAssembly(assembly, path, referenced);
    }

    /// <summary>Whether the file is a program that can be started.</summary>
    public static bool IsProgram(string path)
    {
        using var reader = new PEReader(File.OpenRead(path));
        return reader.PEHeaders.CorHeader is { EntryPointTokenOrRelativeVirtualAddress: not 0 };
    }

    /// <summary>Makes sure that the file is a .NET assembly.</summary>
    /// <exception cref="UserErrorException">It is none.</exception>
    public static void CheckIsManaged(string path)
    {
        try
        {
            using var reader = new PEReader(File.OpenRead(path));
            if (reader.HasMetadata)
            {
                return;
            }
        }
        catch (BadImageFormatException)
        {
            // Said below, as for a native library.
        }

        throw new UserErrorException($"'{System.IO.Path.GetFileName(path)}' is not a .NET assembly.", "Name the .dll that 'dotnet build' writes for a project with models.");
    }

    private static Assembly LoadOrExplain(string path, string name)
    {
        try
        {
            return new ModelLoadContext(path).LoadFromAssemblyPath(path);
        }
        catch (Exception exception) when (exception is BadImageFormatException or FileLoadException or FileNotFoundException)
        {
            throw new UserErrorException($"'{name}' cannot be loaded: {exception.Message}", "Build it for .NET 10 and any CPU.");
        }
    }

    private static void CheckVersion(Assembly assembly, string name)
    {
        var built = assembly.GetReferencedAssemblies().FirstOrDefault(r => r.Name == Library)?.Version;
        var own = typeof(TermUnitAttribute).Assembly.GetName().Version!;
        if (built is not null && (built.Major != own.Major || built.Minor != own.Minor))
        {
            throw new UserErrorException(
                $"'{name}' was built against Igloo {built.ToString(3)}, and this is igloo {own.ToString(3)}.",
                $"Install the tool of the same version: dotnet tool update Igloo.Cli --version {built.ToString(3)}.");
        }
    }

    private static bool HasModels(Assembly assembly) => assembly.IsDefined(typeof(TermUnitAttribute), inherit: false);

    private static IEnumerable<Assembly> UsersReferences(Assembly assembly)
    {
        var context = System.Runtime.Loader.AssemblyLoadContext.GetLoadContext(assembly)!;
        foreach (var reference in assembly.GetReferencedAssemblies().OrderBy(r => r.Name, StringComparer.Ordinal))
        {
            if (reference.Name!.StartsWith("System", StringComparison.Ordinal) || reference.Name == Library
                || reference.Name.StartsWith(Library + ".", StringComparison.Ordinal))
            {
                continue;
            }

            Assembly loaded;
            try
            {
                loaded = context.LoadFromAssemblyName(reference);
            }
            catch (IOException)
            {
                // A reference that is not beside the target holds none of its models.
                continue;
            }

            yield return loaded;
        }
    }

    private static UserErrorException WithoutModels(Assembly assembly, string name) =>
        assembly.GetReferencedAssemblies().Any(r => r.Name == Library)
            ? new UserErrorException(
                $"'{name}' contains no models that Igloo can read.",
                "Derive a class from EventSystem, and see that the project refers to the package Igloo itself, which brings the generator.")
            : new UserErrorException(
                $"'{name}' contains no models: it does not use Igloo.",
                "Start one with 'dotnet new igloo', or add the package Igloo to the project.");
}
