namespace Igloo.Terms;

/// <summary>Prints terms in a notation close to C#, for messages and specifications.</summary>
public static class TermPrinter
{
    /// <summary>The text of a term.</summary>
    /// <param name="term">The term.</param>
    public static string Print(Term term) => term.Source?.Text is { Length: > 0 } text ? text : term.GetType().Name;
}
