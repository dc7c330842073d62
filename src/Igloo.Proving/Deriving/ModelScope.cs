using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Igloo.Terms;

namespace Igloo.Proving.Deriving;

/// <summary>
/// The models that are verified together: those of the assemblies that are named and of all that these refer to. What is above a system need not
/// stand beside it.
/// </summary>
internal sealed class ModelScope
{
    // Of these none has models that connect a user's systems, and loading them takes long.
    private static readonly string[] Foreign = ["System", "Microsoft", "mscorlib", "netstandard"];

    private readonly Lazy<ImmutableArray<Assembly>> assemblies;

    private ModelScope(ImmutableArray<Assembly> named) => assemblies = new(() => Reached(named));

    /// <summary>The assemblies with models, in the order of their names.</summary>
    internal ImmutableArray<Assembly> Assemblies => assemblies.Value;

    /// <summary>Their models, generic ones open.</summary>
    internal IEnumerable<Type> Models => Assemblies.SelectMany(TermRegistry.Models);

    /// <summary>The scope of assemblies.</summary>
    internal static ModelScope Of(params ImmutableArray<Assembly> named) => new(named);

    private static ImmutableArray<Assembly> Reached(ImmutableArray<Assembly> named)
    {
        HashSet<Assembly> reached = [.. named];
        var open = new Queue<Assembly>(reached);
        while (open.TryDequeue(out var assembly))
            foreach (var reference in ReferencesOf(assembly).Where(reached.Add)) open.Enqueue(reference);
        return [.. reached.Where(a => a.IsDefined(typeof(TermUnitAttribute), inherit: false)).OrderBy(a => a.FullName, StringComparer.Ordinal)];
    }

    private static IEnumerable<Assembly> ReferencesOf(Assembly assembly)
    {
        var context = AssemblyLoadContext.GetLoadContext(assembly) ?? AssemblyLoadContext.Default;
        return assembly.GetReferencedAssemblies()
            .Where(r => !Foreign.Any(f => r.Name == f || r.Name!.StartsWith(f + ".", StringComparison.Ordinal)))
            .Select(r => Loaded(context, r)).OfType<Assembly>();
    }

    private static Assembly? Loaded(AssemblyLoadContext context, AssemblyName reference)
    {
        try
        {
            return context.LoadFromAssemblyName(reference);
        }
        catch (Exception missing) when (missing is IOException or BadImageFormatException)
        {
            // A reference that is not beside the target holds none of its models.
            return null;
        }
    }
}
