using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;

namespace Igloo.Terms.Reading;

/// <summary>The terms of one assembly, read on demand.</summary>
internal sealed class TermModule
{
    private static readonly ConcurrentDictionary<Assembly, TermModule> Modules = new();

    private readonly Dictionary<string, (Unit Unit, Node Node)> functions = [];
    private readonly Dictionary<Type, List<string>> functionsByType = [];
    private readonly Dictionary<Type, (Unit Unit, Node Node)> shapes = [];

    private TermModule(Assembly assembly)
    {
        foreach (var attribute in assembly.GetCustomAttributes<TermUnitAttribute>())
        {
            Add(new Unit(assembly, attribute.Text));
        }
    }

    /// <summary>The open model classes and theories of the assembly.</summary>
    public IEnumerable<Type> Models => shapes.Where(s => s.Value.Node.Head is "class" or "theory").Select(s => s.Key);

    public static TermModule Of(Assembly assembly) => Modules.GetOrAdd(assembly, static a => new TermModule(a));

    public IEnumerable<string> KeysOf(Type openType) => functionsByType.TryGetValue(openType, out var keys) ? keys : [];

    public TypeShape? Shape(Type openType, Type type)
    {
        if (!shapes.TryGetValue(openType, out var found))
        {
            return null;
        }

        var (unit, node) = found;
        var arguments = type.GetGenericArguments();
        return node.Head switch
        {
            "sort" => new TypeShape.Sort(type),
            "enum" => new TypeShape.Enumeration(type, [.. node.Items.Skip(2).Select(unit.Text)]),
            "record" => new TypeShape.Record(type, ReadFields(unit, node.Items.Skip(2), arguments)),
            "union" => new TypeShape.Union(type, [.. node.Items.Skip(2).Select(c => unit.ResolveType(c, arguments))]),
            "theory" => new TypeShape.Theory(type, [.. node.Items.Skip(5).Select(b => unit.ResolveType(b, arguments))], ReadSource(unit, node), unit.Text(node[4])),
            "class" => ReadClass(unit, node, type, arguments),
            var head => throw new FormatException($"A term unit declares the unknown form '{head}'."),
        };
    }

    public FunctionDefinition? Function(string key, Type declaringType, ImmutableArray<Type> methodArguments)
    {
        if (!functions.TryGetValue(key, out var found))
        {
            return null;
        }

        // (fun key declaringType name role this|_ (parameters) returnType summary file line body|_)
        var (unit, node) = found;
        Type[] arguments = [.. declaringType.GetGenericArguments(), .. methodArguments];
        var file = unit.Text(node[9]);
        var scope = new FunctionScope(unit, arguments, file);
        var receiver = node[5].Atom == "_" ? null : scope.Declare(node[5].Atom!, "this", declaringType);
        return new FunctionDefinition(
            key,
            declaringType,
            unit.Text(node[3]),
            Enum.Parse<FunctionRole>(node[4].Atom!),
            receiver,
            [.. node[6].Items.Select(scope.Declare)],
            scope.Type(node[7]),
            node[11].Atom == "_" ? null : scope.Read(node[11]),
            unit.Text(node[8]),
            new SourceSpan(file, int.Parse(node[10].Atom!), string.Empty));
    }

    private static ImmutableArray<Field> ReadFields(Unit unit, IEnumerable<Node> fields, Type[] arguments) =>
        [.. fields.Select(f => new Field(unit.Text(f[0]), unit.ResolveType(f[1], arguments), f.Items.Length > 2))];

    // (class type file line summary (fields (name type)*) (base type|_ ((id name type)*) argument*) (overrides (slot key)*))
    private static TypeShape.Class ReadClass(Unit unit, Node node, Type type, Type[] arguments)
    {
        var scope = new FunctionScope(unit, arguments, unit.Text(node[2]));
        var parent = node[6];
        ImmutableArray<VariableTerm> parameters = parent.Items.Length > 2 ? [.. parent[2].Items.Select(scope.Declare)] : [];
        return new TypeShape.Class(
            type,
            ReadFields(unit, node[5].Items.Skip(1), arguments),
            parent[1].Atom == "_" ? null : unit.ResolveType(parent[1], arguments),
            parameters,
            [.. parent.Items.Skip(3).Select(scope.Read)],
            node[7].Items.Skip(1).ToImmutableDictionary(o => unit.Text(o[0]), o => unit.Text(o[1])),
            ReadSource(unit, node),
            unit.Text(node[4]));
    }

    private static SourceSpan ReadSource(Unit unit, Node node) => new(unit.Text(node[2]), int.Parse(node[3].Atom!), string.Empty);

    private void Add(Unit unit)
    {
        foreach (var node in unit.Declarations)
        {
            if (node.Head == "fun")
            {
                var key = unit.Text(node[1]);
                if (functions.TryAdd(key, (unit, node)))
                {
                    var declaring = unit.Definition(node[2]);
                    if (!functionsByType.TryGetValue(declaring, out var keys))
                    {
                        functionsByType.Add(declaring, keys = []);
                    }

                    keys.Add(key);
                }
            }
            else
            {
                shapes.TryAdd(unit.Definition(node[1]), (unit, node));
            }
        }
    }
}
