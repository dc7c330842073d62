using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Igloo.Generators.Translation;

/// <summary>Reads documentation summaries as plain text on one line.</summary>
internal static class Documentation
{
    /// <summary>The summary; empty if there is none.</summary>
    /// <remarks>Read from the source text: the compiler parses these comments only in projects that write a documentation file.</remarks>
    public static string Summary(ISymbol symbol, CancellationToken cancellation)
    {
        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            var syntax = reference.GetSyntax(cancellation);
            if (syntax is VariableDeclaratorSyntax { Parent.Parent: { } field })
            {
                syntax = field;
            }

            var lines = syntax.GetLeadingTrivia().ToFullString().Split('\n')
                .Select(l => l.Trim())
                .Where(l => l.StartsWith("///", StringComparison.Ordinal))
                .Select(l => l.Substring(3));
            var text = string.Join("\n", lines);
            if (text.Length > 0)
            {
                return Read(text);
            }
        }

        return string.Empty;
    }

    /// <summary>Text with every run of white space replaced by one blank.</summary>
    public static string OneLine(string text) =>
        string.Join(" ", text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private static string Read(string comment)
    {
        try
        {
            return XElement.Parse("<doc>" + comment + "</doc>").Element("summary") is { } summary ? OneLine(PlainText(summary)) : string.Empty;
        }
        catch (XmlException)
        {
            return string.Empty;
        }
    }

    private static string PlainText(XElement element)
    {
        var builder = new StringBuilder();
        foreach (var node in element.Nodes())
        {
            builder.Append(node switch
            {
                XText text => text.Value,
                XElement { IsEmpty: true } reference => Reference(reference),
                XElement inner => PlainText(inner),
                _ => string.Empty,
            });
        }

        return builder.ToString();
    }

    private static string Reference(XElement reference)
    {
        var target = reference.Attributes().FirstOrDefault(a => a.Name.LocalName is "cref" or "name" or "langword")?.Value ?? string.Empty;
        return target.Substring(target.LastIndexOfAny(['.', ':']) + 1);
    }
}
