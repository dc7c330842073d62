using Igloo.Proving.Logic;

namespace Igloo.Proving.Symbolic;

/// <summary>A number that a value has by its type: the length of a sequence, the occurrences of an element of a bag.</summary>
/// <param name="Number">The number; may mention variables of the collections around it.</param>
/// <param name="ForAll">Closes a formula over these variables.</param>
internal sealed record CountTerm(Expression Number, Func<Expression, Expression> ForAll)
{
    /// <summary>What holds of every value in C#.</summary>
    internal Expression IsNotNegative => ForAll(Fol.LessOrEqual(Fol.Integer(0), Number));

    /// <summary>The number is small, everywhere.</summary>
    internal Expression IsAtMost(int bound) => ForAll(Fol.LessOrEqual(Number, Fol.Integer(bound)));
}
