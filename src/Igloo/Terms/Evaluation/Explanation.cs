using System.Collections.Immutable;
using System.Text;
using Igloo.Values;

namespace Igloo.Terms.Evaluation;

/// <summary>Why an expression has its value: its text, its value, and its parts. Parts that C# would not evaluate are left out.</summary>
/// <param name="Source">Where it stands; null if it has no place of its own.</param>
/// <param name="Text">The C# text, on one line.</param>
/// <param name="Value">The value; null is an absent one.</param>
/// <param name="Children">The parts.</param>
public sealed record Explanation(SourceSpan? Source, string Text, object? Value, ImmutableArray<Explanation> Children)
{
    /// <summary>Of a condition that failed and is a call of a function of the model: the conditions inside that decided, in the order of the source.</summary>
    public ImmutableArray<Explanation> Inside { get; init; } = [];

    /// <summary>The parts without parts that decide: for a false conjunction its false atoms.</summary>
    public IEnumerable<Explanation> Atoms =>
        Children.Any(c => c.Value is bool) ? Children.Where(c => c.Value is bool).SelectMany(c => c.Atoms) : [this];

    /// <summary>Where it stands, or the first of its parts that stands somewhere: a connective has no place of its own.</summary>
    public SourceSpan? Place => Source ?? Children.Select(c => c.Place).FirstOrDefault(p => p is not null);

    /// <summary>The tree, one part a line.</summary>
    public override string ToString()
    {
        var builder = new StringBuilder();
        Write(builder, 0);
        return builder.ToString().TrimEnd();
    }

    private void Write(StringBuilder builder, int depth)
    {
        builder.Append(' ', depth * 2).Append(Text).Append(" = ").Append(Value switch { true => "true", false => "FALSE", _ => ValueText.Of(Value) });
        if (Source is { Line: > 0 } source && Value is bool)
        {
            builder.Append("   (").Append(source).Append(')');
        }

        builder.Append('\n');
        foreach (var child in Children)
        {
            child.Write(builder, depth + 1);
        }
    }
}
