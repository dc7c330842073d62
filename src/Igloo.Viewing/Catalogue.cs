using System.Collections.Immutable;
using System.Collections.Concurrent;
using System.Reflection;
using Igloo.Exploring;
using Igloo.Models;
using Igloo.Terms;

namespace Igloo.Viewing;

/// <summary>The event systems of assemblies, and their instances. Safe to use from several threads.</summary>
public sealed class Catalogue
{
    /// <summary>The size of an instance where a link does not say.</summary>
    public const int UsualSize = 3;

    private const int LargestOffered = 8;
    private const int MostChoices = 100;

    private readonly ImmutableArray<Assembly> assemblies;
    private readonly ImmutableSortedDictionary<string, Type> models;
    private readonly ConcurrentDictionary<(string Model, int Size, int Choice), Viewer> viewers = new();

    private Catalogue(ImmutableArray<Assembly> assemblies)
    {
        this.assemblies = assemblies;
        models = assemblies.SelectMany(TermRegistry.Models)
            .Where(t => t is { IsAbstract: false, ContainsGenericParameters: false } && t.IsAssignableTo(typeof(EventSystem)) && t.GetConstructors().Length > 0)
            .GroupBy(t => t.Name, StringComparer.Ordinal)
            .SelectMany(group => group.Select(t => (Name: group.Count() == 1 ? t.Name : t.FullName!, Type: t)))
            .ToImmutableSortedDictionary(m => m.Name, m => m.Type, StringComparer.Ordinal);
    }

    /// <summary>The models of assemblies.</summary>
    /// <param name="assemblies">The assemblies, built with the Igloo generator.</param>
    public static Catalogue Of(params IEnumerable<Assembly> assemblies) => new([.. assemblies]);

    /// <summary>Every model with the instances that a page offers.</summary>
    public ImmutableArray<CatalogueEntry> Entries => [.. models.Select(m => Entry(m.Key, m.Value))];

    /// <summary>The viewer and the full path of what a link names.</summary>
    /// <param name="path">The link.</param>
    /// <exception cref="ViewPathException">There is no such model or instance, or it cannot be looked at.</exception>
    public (Viewer Viewer, ViewPath Path) Find(ViewPath path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!models.TryGetValue(path.Model, out var type))
        {
            throw new ViewPathException($"There is no model '{path.Model}'. There are: {string.Join(", ", models.Keys)}.");
        }

        try
        {
            var size = path.Size ?? UsualSizeOf(type);
            var full = path with { Size = size };
            return (viewers.GetOrAdd((path.Model, size, path.Choice), _ => Viewer.Of(Instance(type, size, path.Choice))), full);
        }
        catch (Exception obstacle) when (obstacle is NotEnumerableException or ArgumentException)
        {
            throw new ViewPathException($"{path.Model} cannot be looked at: {obstacle.Message}");
        }
    }

    private Instance Instance(Type type, int size, int choice) =>
        Instances.Of(type, size, size, assemblies).ElementAtOrDefault(choice)
        ?? throw new ViewPathException($"{type.Name} has no instance {choice} of size {size}.");

    private int UsualSizeOf(Type type) =>
        Enumerable.Range(1, UsualSize).Reverse().FirstOrDefault(size => Instances.Of(type, size, size, assemblies).Any(), UsualSize);

    private CatalogueEntry Entry(string name, Type type)
    {
        var summary = (TermRegistry.FindShape(type) as TypeShape.Class)?.Summary ?? "";
        try
        {
            var instances = Enumerable.Range(1, LargestOffered)
                .SelectMany(size => Instances.Of(type, size, size, assemblies).Take(MostChoices).Select((made, choice) => new CatalogueInstance(made.Description, (new ViewPath(name, size) { Choice = choice }).ToString())))
                .ToImmutableArray();
            return new CatalogueEntry(name, summary, new ViewPath(name, UsualSizeOf(type)).ToString(), instances, instances.IsEmpty ? "It has no instance of a size up to 8." : null);
        }
        catch (Exception obstacle) when (obstacle is NotEnumerableException or ArgumentException)
        {
            return new CatalogueEntry(name, summary, new ViewPath(name, null).ToString(), [], obstacle.Message);
        }
    }
}
