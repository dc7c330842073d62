using System.Collections.Immutable;

namespace Igloo.Generators.Notation;

/// <summary>A node of the notation of terms (ARCHITECTURE.md) before its tables are laid out.</summary>
internal abstract class Node
{
    public static readonly Node Missing = new Atom("_");

    public static Node List(params Node[] items) => new NodeList([.. items]);

    public static Node List(IEnumerable<Node> items) => new NodeList([.. items]);

    /// <summary>A keyword, number or variable, written as it stands.</summary>
    public static Node Word(string word) => new Atom(word);

    /// <summary>A string, through the string table where it occurs often.</summary>
    public static Node Text(string text) => new Quoted(text);

    /// <summary>An entry of the type table.</summary>
    public static Node Type(string assemblyQualifiedName, bool isEnum) => new TypeName(assemblyQualifiedName, isEnum);

    /// <summary>The type <c>T?</c>.</summary>
    public static Node Optional(Node type, bool isValue) => new OptionalType(type, isValue);

    internal sealed class Atom(string word) : Node
    {
        public string Value { get; } = word;
    }

    internal sealed class Quoted(string text) : Node
    {
        public string Value { get; } = text;
    }

    internal sealed class TypeName(string name, bool isEnum) : Node
    {
        public string Value { get; } = name;

        public bool IsEnum { get; } = isEnum;
    }

    internal class NodeList(ImmutableArray<Node> items) : Node
    {
        public ImmutableArray<Node> Items { get; } = items;
    }

    /// <summary>A node <c>(? t)</c>, which C# writes with another type where t is a struct.</summary>
    internal sealed class OptionalType(Node type, bool isValue) : NodeList([Word("?"), type])
    {
        public Node Required { get; } = type;

        public bool IsValue { get; } = isValue;
    }
}
