using Igloo.Terms;

namespace Igloo.Proving.Counterexamples;

/// <summary>A place in the user's source.</summary>
/// <param name="File">The file as the compiler knew it.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Text">The source text, on one line; may be empty.</param>
/// <param name="Member">The member that it belongs to, such as <c>RingProtocol.PassedOnlySmaller</c>.</param>
public sealed record SourcePlace(string File, int Line, string Text, string Member)
{
    internal static SourcePlace Of(SourceSpan span, string member) => new(span.File, span.Line, span.Text, member);

    /// <summary>The name of the file without its folder, and the line.</summary>
    public override string ToString() => $"{Path.GetFileName(File)}:{Line}";
}
