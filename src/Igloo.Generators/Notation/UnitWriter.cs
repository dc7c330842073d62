using System.Text;

namespace Igloo.Generators.Notation;

/// <summary>Lays out the declarations of one unit as text: tables first, then one declaration a line.</summary>
internal sealed class UnitWriter
{
    private const int ShortestSharedString = 3;

    private readonly Dictionary<string, int> typeIndices = new(StringComparer.Ordinal);
    private readonly List<string> types = [];
    private readonly Dictionary<string, int> stringCounts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> stringIndices = new(StringComparer.Ordinal);
    private readonly List<string> strings = [];
    private readonly StringBuilder text = new();

    private UnitWriter()
    {
    }

    public static string Write(IReadOnlyList<Node> declarations)
    {
        var writer = new UnitWriter();
        foreach (var declaration in declarations)
        {
            writer.Count(declaration);
        }

        foreach (var declaration in declarations)
        {
            writer.text.Append('\n');
            writer.Write(declaration);
        }

        var header = new StringBuilder("(types");
        writer.types.ForEach(t => AppendQuoted(header.Append(' '), t));
        header.Append(")\n(strings");
        writer.strings.ForEach(s => AppendQuoted(header.Append(' '), s));
        return header.Append(')').Append(writer.text).ToString();
    }

    private static StringBuilder AppendQuoted(StringBuilder builder, string value)
    {
        builder.Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' or '\\' => builder.Append('\\').Append(c),
                '\n' => builder.Append("\\n"),
                '\t' => builder.Append("\\t"),
                '\r' => builder,
                _ => builder.Append(c),
            };
        }

        return builder.Append('"');
    }

    private void Count(Node node)
    {
        switch (node)
        {
            case Node.Quoted quoted:
                stringCounts[quoted.Value] = stringCounts.TryGetValue(quoted.Value, out var count) ? count + 1 : 1;
                break;
            case Node.NodeList list:
                foreach (var item in list.Items)
                {
                    Count(item);
                }

                break;
        }
    }

    private void Write(Node node)
    {
        switch (node)
        {
            case Node.Atom atom:
                text.Append(atom.Value);
                break;
            case Node.Quoted quoted:
                WriteString(quoted.Value);
                break;
            case Node.TypeName type:
                text.Append(IndexOf(type.Value, typeIndices, types));
                break;
            case Node.NodeList list:
                text.Append('(');
                for (var i = 0; i < list.Items.Length; i++)
                {
                    if (i > 0)
                    {
                        text.Append(' ');
                    }

                    Write(list.Items[i]);
                }

                text.Append(')');
                break;
        }
    }

    private void WriteString(string value)
    {
        if (stringCounts[value] > 1 && value.Length >= ShortestSharedString)
        {
            text.Append('#').Append(IndexOf(value, stringIndices, strings));
        }
        else
        {
            AppendQuoted(text, value);
        }
    }

    private static int IndexOf(string value, Dictionary<string, int> indices, List<string> table)
    {
        if (!indices.TryGetValue(value, out var index))
        {
            indices.Add(value, index = table.Count);
            table.Add(value);
        }

        return index;
    }
}
