using Igloo.Terms;

namespace Igloo.Proving.Symbolic;

/// <summary>A model says something that has no first-order encoding here. An error in the input, never a verdict.</summary>
public sealed class UnsupportedModelException : Exception
{
    /// <summary>Reports what cannot be encoded.</summary>
    /// <param name="message">What it is, and what to write instead.</param>
    /// <param name="source">Where it stands, if known.</param>
    public UnsupportedModelException(string message, SourceSpan? source = null)
        : base(source is null ? message : $"{message} ({source})")
    {
        Explanation = message;
        Span = source;
    }

    /// <summary>The message without the place.</summary>
    public string Explanation { get; }

    /// <summary>Where it stands in the user's source, if known.</summary>
    public SourceSpan? Span { get; }

    /// <summary>Does something about a declaration, which is the place of what has no nearer one.</summary>
    internal static T At<T>(SourceSpan declaration, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (UnsupportedModelException exception) when (exception.Span is null)
        {
            throw new UnsupportedModelException(exception.Explanation, declaration);
        }
    }
}
