using Igloo.Models;

namespace Igloo.Generators.Tests.Corpus;

[Model]
public static class Options
{
    public static bool StructTests(Agent? a, Agent b) => a is null || a == b || a.HasValue && a.Value != b;

    public static bool StructPattern(Agent? a, Agent b) => a is { } present && present == b;

    public static bool NotNull(int? a) => a is not null && a.Value > 1;

    public static bool NullableEquality(int? a, int? b) => a == b;

    public static bool NullableConstant(int? a) => a == 1 || a is 2 or > 3;

    public static int Coalesce(int? a, int b) => a ?? b;

    public static int? CoalesceOptional(int? a, int? b) => a ?? b;

    public static int? Lift(bool a, int b) => a ? b : null;

    public static int? Default(bool a, int b) => a ? b : default(int?);

    public static Order? Reference(Order o) => o.IsLarge ? o.Previous : o;

    public static int FlowAnalysis(Order? o)
    {
        if (o is null)
        {
            return 0;
        }

        return o.Amount + (o.Previous == null ? 1 : o.Previous.Amount);
    }

    public static int NegatedPattern(Order? o)
    {
        if (o is not { Previous: { } previous })
        {
            return -1;
        }

        return previous.Amount;
    }

    public static int Leaking(Order o) => o.Previous is { Amount: > 0 } p && p.Amount < 3 ? p.Amount : o.Amount;

    public static int? ConditionalAccess(Order? o) => o?.Amount;

    public static Agent? NestedAccess(Order o) => o.Previous?.Owner;

    public static int Suppressed(Order o) => o.Previous is not null ? o.Previous!.Amount : 0;

    public static string Text(Order o) => o.Note ?? "none";

    public static int ComputedScrutinee(Order o) => Older(o) is { } p && p.Amount > 0 ? p.Amount : 0;

    public static int UndefinedValue(int? a) => a!.Value;

    public static Shape? Upcast(int x) => x switch { 0 => null, 1 => new Shape.Dot(), _ => new Shape.Circle(x) };

    public static Shape? UpcastConditional(int x) => x > 0 ? new Shape.Circle(x) : null;

    public static bool CompareWithCase(Shape s, int x) => s == new Shape.Circle(x);

    private static Order? Older(Order o) => o.Previous;
}
