namespace Igloo.Proving.Logic;

/// <summary>What SMT-LIB 2 calls the operators and quantifiers.</summary>
internal static class SmtLibNames
{
    internal static string Of(Quantifier quantifier) => quantifier == Quantifier.ForAll ? "forall" : "exists";

    internal static string Of(Operator @operator) => @operator switch
    {
        Operator.Not => "not",
        Operator.And => "and",
        Operator.Or => "or",
        Operator.Implies => "=>",
        Operator.Iff or Operator.Equal => "=",
        Operator.IfThenElse => "ite",
        Operator.Distinct => "distinct",
        Operator.Add => "+",
        Operator.Subtract or Operator.Negate => "-",
        Operator.Multiply => "*",
        Operator.Divide => "div",
        Operator.Modulo => "mod",
        Operator.Less => "<",
        Operator.LessOrEqual => "<=",
        _ => throw new ArgumentOutOfRangeException(nameof(@operator), @operator, null),
    };
}
