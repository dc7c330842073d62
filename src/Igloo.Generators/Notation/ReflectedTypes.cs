using System.Globalization;

namespace Igloo.Generators.Notation;

/// <summary>The types of a unit that programs reach by reflection alone: what trimming must keep, with names as the trimmer reads them.</summary>
internal sealed class ReflectedTypes
{
    private const string CoreAssembly = "System.Runtime";

    private readonly SortedSet<string> names = new(StringComparer.Ordinal);

    private ReflectedTypes()
    {
    }

    /// <summary>The names, one a line. Generic types are named with their arguments, and their definitions where they are declared.</summary>
    public static string Of(IEnumerable<Node> declarations)
    {
        var types = new ReflectedTypes();
        foreach (var declaration in declarations)
        {
            types.Collect(declaration);
        }

        return string.Join("\n", types.names);
    }

    private void Collect(Node node)
    {
        switch (node)
        {
            // Enumerations keep their names by themselves.
            case Node.TypeName { IsEnum: false } type when !IsOfPlatform(type.Value):
                names.Add(type.Value);
                break;
            case Node.OptionalType optional:
                AddClosed(optional);
                Collect(optional.Required);
                break;
            case Node.NodeList list:
                var isGeneric = Definition(list) is not null;
                if (isGeneric)
                {
                    AddClosed(list);
                }

                foreach (var item in isGeneric ? list.Items.Skip(1) : list.Items)
                {
                    Collect(item);
                }

                break;
        }
    }

    // Terms have Option where C# has T?, and both types are asked for.
    private void AddClosed(Node node)
    {
        foreach (var isNative in new[] { false, true })
        {
            if (Name(node, isNative) is not { } name || !IsGeneric(name))
            {
                continue;
            }

            names.Add(name);
            if (name.StartsWith("Igloo.Values.FiniteMap`", StringComparison.Ordinal) || name.StartsWith("Igloo.Values.Map`", StringComparison.Ordinal))
            {
                // What enumerating a map yields.
                names.Add("System.Collections.Generic.KeyValuePair`2" + name.Substring(name.IndexOf('['), name.LastIndexOf(']') - name.IndexOf('[') + 1) + ", " + CoreAssembly);
            }
        }
    }

    /// <summary>The name of a type without open parameters, or null.</summary>
    private static string? Name(Node node, bool isNative)
    {
        switch (node)
        {
            case Node.TypeName type:
                return IsGeneric(type.Value) ? null : type.Value;
            case Node.OptionalType { Required: var type, IsValue: var isValue }:
                return Name(type, isNative) is not { } argument ? null
                    : !isNative ? Closed("Igloo.Terms.Option`1, Igloo", [argument])
                    : isValue ? Closed("System.Nullable`1, " + CoreAssembly, [argument])
                    : argument;
            case Node.NodeList list when Definition(list) is { } definition:
                var names = list.Items.Skip(1).Select(a => Name(a, isNative)).ToList();
                return names.Contains(null) ? null : Closed(definition, names!);
            default:
                return null;
        }
    }

    /// <summary>The definition of a generic type at arguments; a list of types begins with one that is whole.</summary>
    private static string? Definition(Node.NodeList list) =>
        !list.Items.IsEmpty && list.Items[0] is Node.TypeName { Value: var name } && IsGeneric(name) ? name : null;

    private static string Closed(string definition, IEnumerable<string> arguments)
    {
        var end = definition.LastIndexOf(", ", StringComparison.Ordinal);
        return string.Format(CultureInfo.InvariantCulture, "{0}[[{1}]]{2}", definition.Substring(0, end), string.Join("],[", arguments), definition.Substring(end));
    }

    private static bool IsGeneric(string name) => name.IndexOf('`') >= 0;

    // What the platform's own types need of themselves is there.
    private static bool IsOfPlatform(string name) =>
        name.Substring(name.LastIndexOf(", ", StringComparison.Ordinal) + 2) is var assembly
        && (assembly.StartsWith("System", StringComparison.Ordinal) || assembly is "netstandard" or "mscorlib");
}
