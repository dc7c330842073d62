namespace Igloo.Proving.Tests.Differential;

/// <summary>A state with everything that can be missing.</summary>
public sealed record Shelf(Seq<int> Items, int Divisor, int? Spare, FiniteMap<int, int> Prices, Set<int> Marks, Shelf.Cover Top)
{
    /// <summary>One of two things.</summary>
    public abstract record Cover
    {
        public sealed record Glass(int Size) : Cover;

        public sealed record Wood : Cover;
    }

    public bool FirstIsPositive => Items.First > 0;
}

/// <summary>Operations that are not total, in every position where C# may or may not evaluate them.</summary>
[Model]
public static class PartialFunctions
{
    public static bool LeftOfAnd(Shelf s) => 6 / s.Divisor > 0 && s.Divisor > 0;

    public static bool RightOfAnd(Shelf s) => s.Divisor > 0 && 6 / s.Divisor > 0;

    public static bool RightOfAndUnguarded(Shelf s) => s.Divisor >= 0 && 6 / s.Divisor > 0;

    public static bool RightOfOr(Shelf s) => s.Divisor == 0 || 6 / s.Divisor > 0;

    public static bool RightOfOrUnguarded(Shelf s) => s.Divisor > 0 || 6 / s.Divisor > 0;

    public static bool BothSidesOfSingleAnd(Shelf s) => s.Divisor > 0 & 6 / s.Divisor > 0;

    public static bool BothSidesOfSingleOr(Shelf s) => s.Divisor == 0 | 6 / s.Divisor > 0;

    public static bool SingleAndInsideGuard(Shelf s) => s.Divisor != 0 && (s.Marks.IsEmpty & 6 / s.Divisor > 0);

    public static bool SingleAndOfSpare(Shelf s) => s.Spare.HasValue & s.Spare!.Value > 0;

    public static bool Premise(Shelf s) => Implies(s.Divisor != 0, 6 / s.Divisor > 0);

    public static int TestOfChoice(Shelf s) => 6 / s.Divisor > 0 ? 1 : 2;

    public static int ThenOfChoice(Shelf s) => s.Divisor != 0 ? 6 % s.Divisor : 2;

    public static int OtherwiseOfChoice(Shelf s) => s.Divisor != 0 ? 2 : 6 % s.Divisor;

    public static int LeftOfCoalesce(Shelf s) => (s.Items.First > 0 ? s.Spare : null) ?? 1;

    public static int RightOfCoalesce(Shelf s) => s.Spare ?? s.Items.First;

    public static int RightOfCoalesceGuarded(Shelf s) => s.Spare ?? (s.Items.IsEmpty ? 0 : s.Items.First);

    public static int NullableOfCoalesce(Shelf s) => s.Items.IsEmpty ? 0 : s.Spare ?? s.Items[0];

    public static bool ArmGuard(Shelf s) => s.Top switch
    {
        Shelf.Cover.Glass(var size) when 6 / size > 0 => true,
        _ => false,
    };

    public static bool ArmGuardGuarded(Shelf s) => s.Top switch
    {
        Shelf.Cover.Glass(var size) when size != 0 && 6 / size > 0 => true,
        _ => false,
    };

    public static int ArmValue(Shelf s) => s.Top switch
    {
        Shelf.Cover.Wood => s.Items.First,
        _ => 0,
    };

    public static int ArmAfterGuard(Shelf s) => s.Divisor switch
    {
        0 => 0,
        _ => 6 / s.Divisor,
    };

    public static int Scrutinee(Shelf s) => s.Items[0] switch
    {
        0 => 1,
        _ => 2,
    };

    public static int ScrutineeThatNoArmReads(Shelf s) => s.Items[0] switch
    {
        _ => 2,
    };

    public static int PartOfScrutinee(Shelf s) => (s.Items[0], s.Divisor) switch
    {
        (_, 0) => 1,
        (1, _) => 2,
        _ => 3,
    };

    public static bool VarPattern(Shelf s) => s.Items[0] is var x && (s.Divisor == 0 || x == x + 0);

    public static bool PropertyPattern(Shelf s) => s is { Divisor: > 0, FirstIsPositive: true };

    public static bool PropertyPatternLater(Shelf s) => s is { Items.IsEmpty: false, FirstIsPositive: true };

    public static bool Cast(Shelf s) => ((Shelf.Cover.Glass)s.Top).Size > 0;

    public static bool CastGuarded(Shelf s) => s.Top is Shelf.Cover.Glass && ((Shelf.Cover.Glass)s.Top).Size > 0;

    public static int Missing(Shelf s) => s.Spare!.Value;

    public static int Key(Shelf s) => s.Prices[1];

    public static int KeyGuarded(Shelf s) => s.Prices.ContainsKey(1) ? s.Prices[1] : 0;

    public static bool QuantifiedIndex(Shelf s) => s.Marks.All(m => s.Items[m] == s.Items[m]);

    public static bool QuantifiedIndexGuarded(Shelf s) => s.Marks.All(m => m < 0 || m >= s.Items.Count || s.Items[m] > 0);

    public static bool QuantifiedKey(Shelf s) => s.Prices.Keys.All(k => s.Prices[k] > 0);

    public static bool ExistsWithDivision(Shelf s) => s.Marks.Exists(m => 6 / m > 1);

    public static Set<int> WhereWithDivision(Shelf s) => s.Marks.Where(m => m != 0 && 6 / m > 1);

    public static bool Helper(Shelf s) => s.Divisor == 0 || Positive(6 / s.Divisor);

    public static bool HelperThatIgnoresItsArgument(Shelf s) => Ignores(6 / s.Divisor);

    public static bool HelperThatDivides(Shelf s) => Divides(s, 0);

    public static bool LocalThatIsNotUsed(Shelf s)
    {
        var first = s.Items.First;
        return s.Items.IsEmpty || first > 0;
    }

    public static bool LocalAfterGuard(Shelf s)
    {
        if (s.Items.IsEmpty) return true;
        var first = s.Items.First;
        return s.Divisor == 0 || first > 0;
    }

    public static bool PartsThatAreNotUsed(Shelf s)
    {
        var (first, divisor) = (s.Items.First, s.Divisor);
        return divisor == 0 || first > 0;
    }

    public static bool LocalFunctionThatIgnoresItsArgument(Shelf s)
    {
        return s.Divisor == 1 || Local(6 / s.Divisor);

        bool Local(int x) => s.Divisor == 0 || x > 0;
    }

    public static bool LocalInsideLambda(Shelf s) => s.Marks.All(m =>
    {
        var part = 6 / m;
        return m == 0 || part > 0;
    });

    public static int SwitchStatement(Shelf s)
    {
        switch (s.Items[0])
        {
            case > 0 when s.Divisor == 0:
                return 1;
            default:
                return 2;
        }
    }

    public static Shelf With(Shelf s) => s.Divisor < 0 ? s with { Divisor = s.Items[1] } : s;

    private static bool Positive(int x) => x > 0;

    private static bool Ignores(int x) => x > 0 || x <= 0;

    private static bool Divides(Shelf s, int by) => !s.Items.IsEmpty && s.Items.First / by > 0;
}
