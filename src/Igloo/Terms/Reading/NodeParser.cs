using System.Collections.Immutable;
using System.Text;

namespace Igloo.Terms.Reading;

/// <summary>Parses the textual notation of terms into nodes.</summary>
internal ref struct NodeParser(string text)
{
    private readonly string text = text;
    private int position;

    public static IReadOnlyList<Node> Parse(string text)
    {
        var parser = new NodeParser(text);
        var nodes = new List<Node>();
        while (parser.SkipSpace())
        {
            nodes.Add(parser.ReadNode());
        }

        return nodes;
    }

    private bool SkipSpace()
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
        {
            position++;
        }

        return position < text.Length;
    }

    private Node ReadNode() => text[position] switch
    {
        '(' => ReadList(),
        '"' => ReadString(),
        ')' => throw new FormatException($"Unexpected ')' at {position} of a term unit."),
        _ => ReadAtom(),
    };

    private Node ReadList()
    {
        position++;
        var items = ImmutableArray.CreateBuilder<Node>();
        while (true)
        {
            if (!SkipSpace())
            {
                throw new FormatException("A term unit ends inside a list.");
            }

            if (text[position] == ')')
            {
                position++;
                return Node.List(items.DrainToImmutable());
            }

            items.Add(ReadNode());
        }
    }

    private Node ReadAtom()
    {
        var start = position;
        while (position < text.Length && !char.IsWhiteSpace(text[position]) && text[position] is not ('(' or ')' or '"'))
        {
            position++;
        }

        return Node.Of(text[start..position], isQuoted: false);
    }

    private Node ReadString()
    {
        var builder = new StringBuilder();
        for (position++; position < text.Length; position++)
        {
            var c = text[position];
            if (c == '"')
            {
                position++;
                return Node.Of(builder.ToString(), isQuoted: true);
            }

            if (c == '\\')
            {
                c = text[++position] switch { 'n' => '\n', 't' => '\t', var other => other };
            }

            builder.Append(c);
        }

        throw new FormatException("A term unit ends inside a string.");
    }
}
