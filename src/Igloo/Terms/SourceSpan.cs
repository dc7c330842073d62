namespace Igloo.Terms;

/// <summary>A place in the user's source.</summary>
/// <param name="File">The file as the compiler knew it.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Text">The source text of the expression, on one line; empty for declarations.</param>
public sealed record SourceSpan(string File, int Line, string Text)
{
    /// <summary>The name of the file without its folder, and the line: <c>RingProtocol.cs:41</c>.</summary>
    public override string ToString() => $"{Path.GetFileName(File)}:{Line}";
}
