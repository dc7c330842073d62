using System.Reflection;
using System.Runtime.CompilerServices;
using Igloo.Trimming;

namespace Igloo.Terms.Reading;

/// <summary>One term unit: its tables, and its declarations by name.</summary>
internal sealed class Unit
{
    private readonly string[] typeNames;
    private readonly Type?[] types;
    private readonly string[] strings;
    private readonly Assembly assembly;

    public Unit(Assembly assembly, string text)
    {
        this.assembly = assembly;
        var nodes = NodeParser.Parse(text);
        typeNames = Table(nodes, "types");
        types = new Type?[typeNames.Length];
        strings = Table(nodes, "strings");
        Declarations = nodes.Where(n => n.Head is not ("types" or "strings")).ToList();
    }

    public IReadOnlyList<Node> Declarations { get; }

    /// <summary>A string: quoted, or <c>#n</c> into the table.</summary>
    public string Text(Node node) =>
        node.Atom is { } atom
            ? !node.IsQuoted && atom.StartsWith('#') ? strings[int.Parse(atom.AsSpan(1))] : atom
            : throw new FormatException("A string was expected in a term unit.");

    /// <summary>A type at the given type arguments.</summary>
    public Type ResolveType(Node node, Type[] typeArguments)
    {
        if (node.Atom is { } atom)
        {
            return atom[0] == '!' ? typeArguments[int.Parse(atom.AsSpan(1))] : Named(int.Parse(atom));
        }

        if (node.Head == "?")
        {
            return typeof(Option<>).At(ResolveType(node[1], typeArguments));
        }

        var definition = Named(int.Parse(node.Head));
        return definition.At(node.Items.Skip(1).Select(n => ResolveType(n, typeArguments)).ToArray());
    }

    /// <summary>The type table's entry at the head of a type, without resolving its arguments.</summary>
    public Type Definition(Node node) => Named(int.Parse(node.Atom ?? node.Head));

    private static string[] Table(IReadOnlyList<Node> nodes, string name) =>
        nodes.FirstOrDefault(n => n.Head == name) is { } table ? table.Items.Skip(1).Select(n => n.Atom!).ToArray() : [];

    private Type Named(int index) => types[index] ??= Load(typeNames[index]);

    private Type Load(string name)
    {
        // The generator knows reference assemblies, so a core type may be named by an assembly that only forwards it.
        return KeptTypes.Named(name, ResolveAssembly)
            ?? throw new MissingTermsException($"The type {name} named by the terms of {assembly.GetName().Name} cannot be loaded. Rebuild the project.");
    }

    private Assembly? ResolveAssembly(AssemblyName wanted)
    {
        if (wanted.Name == assembly.GetName().Name) return assembly;
        try
        {
            return System.Runtime.Loader.AssemblyLoadContext.GetLoadContext(assembly)?.LoadFromAssemblyName(wanted) ?? Assembly.Load(wanted);
        }
        catch (FileNotFoundException) when (!RuntimeFeature.IsDynamicCodeSupported)
        {
            // Assemblies that only forward types are not part of a program that was compiled ahead of time.
            return typeof(object).Assembly;
        }
    }
}
