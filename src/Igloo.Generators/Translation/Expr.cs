using Igloo.Generators.Notation;

namespace Igloo.Generators.Translation;

/// <summary>A translated expression.</summary>
/// <param name="Node">Its term.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsPath">Whether it is a variable or a chain of fields of one, so that repeating it costs nothing.</param>
internal sealed record Expr(Node Node, Ty Type, bool IsPath = false)
{
    /// <summary>The truth value if the term is a literal one.</summary>
    public bool? Truth => Node is Node.Atom { Value: "t" } ? true : Node is Node.Atom { Value: "f" } ? false : null;
}
