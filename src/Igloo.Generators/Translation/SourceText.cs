using System.Text;
using Microsoft.CodeAnalysis;

namespace Igloo.Generators.Translation;

/// <summary>Source as messages quote it: one line, no comments.</summary>
internal static class SourceText
{
    public static string OneLine(SyntaxNode syntax)
    {
        var builder = new StringBuilder();
        var separated = false;
        foreach (var token in syntax.DescendantTokens())
        {
            if (builder.Length > 0 && (separated || token.HasLeadingTrivia))
            {
                builder.Append(' ');
            }

            builder.Append(token.Text);
            separated = token.HasTrailingTrivia;
        }

        return builder.ToString();
    }

    /// <summary>The line, from 1.</summary>
    public static int Line(Location location) => location.GetLineSpan().StartLinePosition.Line + 1;

    /// <summary>The path as the compiler writes it into programs: mapped where the build is deterministic.</summary>
    public static string Path(Location location, Compilation compilation)
    {
        var path = location.SourceTree?.FilePath ?? string.Empty;
        return path.Length > 0 && compilation.Options.SourceReferenceResolver is { } resolver ? resolver.NormalizePath(path, baseFilePath: null) ?? path : path;
    }
}
