using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Igloo.Generators.Translation;

/// <summary>Reads documentation summaries as plain text on one line.</summary>
internal static class Documentation
{
    public static string Summary(ISymbol symbol, CancellationToken cancellation)
    {
        var xml = symbol.GetDocumentationCommentXml(cancellationToken: cancellation);
        if (string.IsNullOrWhiteSpace(xml))
        {
            return string.Empty;
        }

        try
        {
            var summary = XElement.Parse(xml).DescendantsAndSelf("summary").FirstOrDefault();
            return summary is null ? string.Empty : OneLine(PlainText(summary));
        }
        catch (XmlException)
        {
            return string.Empty;
        }
    }

    /// <summary>Text with every run of white space replaced by one blank.</summary>
    public static string OneLine(string text) =>
        string.Join(" ", text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private static string PlainText(XElement element)
    {
        var builder = new StringBuilder();
        foreach (var node in element.Nodes())
        {
            builder.Append(node switch
            {
                XText text => text.Value,
                XElement { HasElements: false, IsEmpty: true } reference => Reference(reference),
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
