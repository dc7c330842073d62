using System.Reflection;
using System.Runtime.Loader;

namespace Igloo.Cli.Targets;

/// <summary>
/// Loads the user's assemblies from beside the target, but Igloo's own from this process, so that both mean the same types.
/// </summary>
/// <param name="path">The target assembly.</param>
internal sealed class ModelLoadContext(string path) : AssemblyLoadContext(Path.GetFileNameWithoutExtension(path))
{
    private static readonly HashSet<string> Shared = new(
        ["Igloo", "Igloo.Z3", "Igloo.Exploring", "Igloo.Proving", "Igloo.IoSpecs", "Igloo.Monitoring"], StringComparer.OrdinalIgnoreCase);

    private readonly AssemblyDependencyResolver resolver = new(path);

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (Shared.Contains(assemblyName.Name!))
        {
            return Default.LoadFromAssemblyName(new AssemblyName(assemblyName.Name!));
        }

        return resolver.ResolveAssemblyToPath(assemblyName) is { } found ? LoadFromAssemblyPath(found) : null;
    }

    /// <inheritdoc/>
    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } found ? LoadUnmanagedDllFromPath(found) : 0;
}
