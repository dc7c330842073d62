namespace Igloo.IoSpecs.Printing;

/// <summary>The signs in which a specification is written.</summary>
/// <remarks>The derivation is one, the notation is a table: other readers, such as verifiers of other languages, are further tables.</remarks>
internal sealed record Notation
{
    public static Notation Unicode { get; } = new();

    public static Notation Latex { get; } = new()
    {
        And = @" \land ", Or = @" \lor ", Not = @"\neg ", In = @" \in ", Union = @" \cup ", Intersection = @" \cap ", Difference = @" \setminus ",
        Subset = @" \subseteq ", NotEqual = @" \neq ", LessOrEqual = @" \leq ", Star = @" \star ", Exists = @"\exists ", ForAll = @"\forall^\star ",
        Empty = @"\emptyset", True = @"\mathsf{true}", If = @"\mathsf{if}\ ", Then = @"\ \mathsf{then}\ ", Else = @"\ \mathsf{else}\ ",
        OpenState = @"\llparenthesis ", CloseState = @"\rrparenthesis ", Phi = @"\phi", OpenSet = @"\{", CloseSet = @"\}", Implies = @" \Rightarrow ",
        Maps = @" \mapsto ", Initial = "s_0", Name = name => @"\mathit{" + name.Replace("_", @"\_", StringComparison.Ordinal) + "}",
    };

    public string And { get; init; } = " ∧ ";

    public string Or { get; init; } = " ∨ ";

    public string Not { get; init; } = "¬";

    public string In { get; init; } = " ∈ ";

    public string Union { get; init; } = " ∪ ";

    public string Intersection { get; init; } = " ∩ ";

    public string Difference { get; init; } = " \\ ";

    public string Subset { get; init; } = " ⊆ ";

    public string NotEqual { get; init; } = " ≠ ";

    public string LessOrEqual { get; init; } = " ≤ ";

    public string Implies { get; init; } = " ⇒ ";

    public string Maps { get; init; } = " ↦ ";

    public string Initial { get; init; } = "s₀";

    public string Star { get; init; } = " ⋆ ";

    public string Exists { get; init; } = "∃ ";

    public string ForAll { get; init; } = "∀⋆ ";

    public string Empty { get; init; } = "∅";

    public string OpenSet { get; init; } = "{";

    public string CloseSet { get; init; } = "}";

    public string True { get; init; } = "true";

    public string If { get; init; } = "if ";

    public string Then { get; init; } = " then ";

    public string Else { get; init; } = " else ";

    public string OpenState { get; init; } = "⦇";

    public string CloseState { get; init; } = "⦈";

    public string Phi { get; init; } = "φ";

    public Func<string, string> Name { get; init; } = name => name;
}
