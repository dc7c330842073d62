namespace Igloo.Terms;

/// <summary>Prints operations: operators between their operands, members of collections as calls.</summary>
internal static class OperationPrinter
{
    private static readonly string[] Collections = ["Domain", "FiniteMap", "Set", "Map", "Bag", "Seq", "Past", "Component"];

    public static string Print(OperationTerm term)
    {
        var a = term.Arguments;
        return term.Operation switch
        {
            Operation.And => Infix(term, "&&"),
            Operation.Or => Infix(term, "||"),
            Operation.Xor => Infix(term, "^"),
            Operation.Equal => Infix(term, "=="),
            Operation.Add => Infix(term, "+"),
            Operation.Subtract => Infix(term, "-"),
            Operation.Multiply => Infix(term, "*"),
            Operation.Divide => Infix(term, "/"),
            Operation.Remainder => Infix(term, "%"),
            Operation.Less => Infix(term, "<"),
            Operation.LessOrEqual => Infix(term, "<="),
            Operation.Not when a[0] is OperationTerm { Operation: Operation.Equal, Source: null } equal => Infix(equal, "!="),
            Operation.Not when a[0] is HasValueTerm { Source: null } has => $"{TermPrinter.Operand(has.Target)} is null",
            Operation.Not => "!" + TermPrinter.Operand(a[0]),
            Operation.Negate => "-" + TermPrinter.Operand(a[0]),
            Operation.Minimum => $"Math.Min({TermPrinter.List(a)})",
            Operation.Maximum => $"Math.Max({TermPrinter.List(a)})",
            Operation.Absolute => $"Math.Abs({TermPrinter.List(a)})",
            Operation.MapGet or Operation.FiniteMapGet or Operation.SeqGet => $"{TermPrinter.Operand(a[0])}[{TermPrinter.Print(a[1])}]",
            Operation.SetEmpty or Operation.FiniteMapEmpty or Operation.BagEmpty or Operation.SeqEmpty or Operation.PastEmpty => TermPrinter.Name(term.Type) + ".Empty",
            Operation.SetOf or Operation.SeqOf => $"{TermPrinter.Name(term.Type)}.Of({TermPrinter.List(a)})",
            Operation.MapConstant => $"{TermPrinter.Name(term.Type)}.Constant({TermPrinter.List(a)})",
            Operation.SetIsEmpty or Operation.SetCount or Operation.FiniteMapKeys or Operation.FiniteMapCount or Operation.BagCount
                or Operation.SeqCount or Operation.SeqFirst or Operation.SeqRest or Operation.SeqIsEmpty => $"{TermPrinter.Operand(a[0])}.{Member(term.Operation)}",
            Operation.ComponentIsInternal or Operation.ComponentIsWellTyped => $"{Member(term.Operation)}({TermPrinter.List(a)})",
            _ => $"{TermPrinter.Operand(a[0])}.{Member(term.Operation)}({TermPrinter.List(a.Skip(1))})",
        };
    }

    private static string Infix(OperationTerm term, string symbol) =>
        $"{Nested(term, 0)} {symbol} {Nested(term, 1)}";

    /// <summary>Chains of one associative connective need no parentheses.</summary>
    private static string Nested(OperationTerm term, int index) =>
        term.Operation is Operation.And or Operation.Or && term.Arguments[index] is OperationTerm { Source: null } inner && inner.Operation == term.Operation
            ? TermPrinter.Print(inner)
            : TermPrinter.Operand(term.Arguments[index]);

    private static string Member(Operation operation)
    {
        var name = operation.ToString();
        return name[Collections.First(c => name.StartsWith(c, StringComparison.Ordinal)).Length..];
    }
}
