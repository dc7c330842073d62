namespace Igloo.Models;

/// <summary>Connectives that C# has no operator for.</summary>
[Model]
public static class Logic
{
    /// <summary>Material implication. Both operands are evaluated, as in any C# call; write <c>!a || b</c> where b is only defined under a.</summary>
    /// <param name="premise">The premise.</param>
    /// <param name="conclusion">What holds where the premise does.</param>
    public static bool Implies(bool premise, bool conclusion) => !premise || conclusion;

    /// <summary>The response property P ↝ Q of a method marked <see cref="LeadsToAttribute"/>. Both operands are evaluated, at the same state.</summary>
    /// <param name="premise">P, what asks for a response.</param>
    /// <param name="conclusion">Q, what has to hold then or later.</param>
    public static Response LeadsTo(bool premise, bool conclusion) => new(premise, conclusion);
}
