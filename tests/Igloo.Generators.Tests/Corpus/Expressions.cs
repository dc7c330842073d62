using System.Numerics;
using Igloo.Models;
using static Igloo.Models.Logic;

namespace Igloo.Generators.Tests.Corpus;

[Model]
public static class Expressions
{
    private const int Limit = 2;

    private static readonly Point Origin = new(0, 0);

    public static bool Connectives(bool a, bool b, bool c) => (a && b || !c) ^ (a & c | b);

    public static bool Comparisons(int a, int b) => a < b || a <= -b || a > b + 1 || a >= b;

    public static bool BoolEquality(bool a, bool b) => (a == b) != (a || b);

    public static bool Implication(int a, int b) => Implies(a < b, a <= b);

    public static int Arithmetic(int a, int b) => a + b * 2 - -a;

    public static int Division(int a, int b) => b == 0 ? a : a / b * 10 + a % b;

    public static int DivisionByZero(int a, int b) => a / b;

    public static long Long(long a, int b) => a * b + 3;

    public static BigInteger Big(BigInteger a, int b) => a * a + b - BigInteger.One;

    public static int Extremes(int a, int b) => Math.Min(a, b) + Math.Max(a, b) - Math.Abs(a);

    public static bool Mixed(int a, long b) => a == b || a < b;

    public static int Choice(bool a, bool b, int x) => a ? b ? x : x + Limit : -x;

    public static bool Enums(Colour a, Colour b) => a == b || a == Colour.Green || a is Colour.Blue;

    public static Colour EnumResult(bool a) => a ? Colour.Red : Colour.Blue;

    public static bool Strings(string a, string b) => a == b || a == "x" || b.Equals("y");

    public static bool Records(Order a, Order b) => a == b || a.At == b.At || a.Equals(b) || a.At != Origin;

    public static bool Sorts(Agent a, Agent b) => a == b && a.Equals(b);

    public static bool Objects(Order a, Order b, Agent c, Agent d) => Equals(a, b) || Equals(c, d);

    public static bool GenericEquality(Agent a, Agent b) => Same(a, b);

    private static bool Same<T>(T a, T b) => Equals(a, b);

    public static (int, Shape) Tuples(int a, Shape s) => (a + 1, s);

    public static bool TupleEquality((int X, bool Y) a, int x) => a == (x, true) || a.X != x && a.Y;

    public static int TupleParts((int X, (int Y, bool Z) Inner) t) => t.Inner.Z ? t.X : t.Inner.Y;

    public static (int X, int Y) TupleWith((int X, int Y) t) => t with { X = t.Y };

    public static int Deconstruction((int, int) t, Point p)
    {
        var (a, b) = t;
        var (c, _) = p;
        return a * 100 + b * 10 + c;
    }

    public static Order Creation(int amount, Agent? owner, Point at) => new(Amount: amount, Note: null, Colour: Colour.Red, Owner: owner, At: at, Previous: null);

    public static Order With(Order o, int x) => o with { Amount = x, At = o.At with { Y = x }, Note = null, Owner = null };

    public static Order WithNested(Order o) => o with { Previous = o with { Previous = null } };

    public static int ComputedProperties(Order o, Point p) => (o.IsLarge ? 1 : 0) + o.Total + p.Sum;

    public static bool InstanceMethods(Point p, int by) => p.Shifted(by).IsDiagonal();

    public static int StaticProperty(Order o) => o.Amount + Order.Cheap.Amount;

    public static int ExtensionMethods(int x, Shape s) => x.Twice().Twice() + (s.IsRound() ? 1 : 0);

    public static bool ExtensionBlocks(Shape s, int x) => s.IsLargerThan(x) || s.Size == x;

    public static int Generic(Box<int> box, int x) => box.Or(x);

    public static int PrivateHelper(int x) => Plus(Plus(x, 1), by: 2);

    public static int Locals(int a, int b)
    {
        var sum = a + b;
        int twice = sum * 2, thrice = twice + sum;
        const int one = 1;
        return sum > 0 ? twice : thrice + one;
    }

    public static int Statements(int a, int b)
    {
        if (a > b)
        {
            return 1;
        }
        else if (a == b)
        {
            var c = a * b;
            if (c > 1)
            {
                return c;
            }
        }

        return -1;
    }

    public static int LocalFunctions(int a)
    {
        int Add(int x, int y) => x + y + a;
        return Add(Add(a, 1), 2);
    }

    private static int Plus(int x, int by) => x + by;
}
