using Igloo.Models;

namespace Igloo.Generators.Tests.Corpus;

[Model]
public static class Patterns
{
    public static int Positional(Shape s) => s switch
    {
        Shape.Circle(0) => 0,
        Shape.Circle(var r) when r > 1 => r,
        Shape.Box((1, var y), _, { }) => y,
        Shape.Box(Point { X: var x }, > 0 and < 3, null) => x,
        Shape.Box { Corner: { X: 0 } or { Y: 0 }, Side: var side } => side + 10,
        Shape.Dot => 42,
        _ => -1,
    };

    public static int Property(Shape s) => s is Shape.Box { Corner.X: var x, Side: not 1 } b ? x + b.Side : 0;

    public static bool Type(Shape s) => s is Shape.Dot or Shape.Circle;

    public static bool NotType(Shape s) => s is not Shape.Box;

    public static int Declared(Shape s) => s is Shape.Circle c && c.Radius > 0 ? c.Radius : 0;

    public static int Cast(Shape s) => s is Shape.Circle ? ((Shape.Circle)s).Radius : 0;

    public static bool Relational(int x) => x is > 0 and <= 2 or -1 or >= 10;

    public static int Constants(int x) => x switch { 0 => 1, 1 or 2 => 3, < 0 => -1, _ => x };

    public static int OnTuple(int a, bool b) => (a, b) switch
    {
        (0, true) => 1,
        (var x, false) when x > 1 => x,
        (_, true) => 2,
        _ => 3,
    };

    public static int OnEnum(Colour c) => c switch { Colour.Red => 1, Colour.Green => 2, _ => 3 };

    public static int OnBool(bool b) => b switch { true => 1, false => 0 };

    public static int OnOption(Order? o) => o switch
    {
        null => 0,
        { Amount: 1 } => 1,
        { Previous: null } p => p.Amount,
        var rest => rest.Amount + 1,
    };

    public static int Nested(Order o) => o switch
    {
        { At: (0, _), Owner: { } } => 1,
        { Previous.At.X: 1 } => 2,
        { Colour: Colour.Red or Colour.Blue } => 3,
        _ => 4,
    };

    public static int Discarded(Shape s) => s is Shape.Box(_, var side, _) ? side : 0;

    public static int Statement(Shape s, int k)
    {
        switch (s)
        {
            case Shape.Circle(var r) when r > k:
                return r;
            case Shape.Circle:
            case Shape.Dot:
                break;
            case Shape.Box { Side: var side }:
                {
                    var d = side * 2;
                    return d;
                }

            default:
                return 0;
        }

        return k;
    }

    public static int IntStatement(int x)
    {
        switch (x)
        {
            case 0:
            case 1:
                return 10;
            case > 2:
                return 20;
        }

        return 30;
    }

    public static int EarlyExit(Shape s)
    {
        if (s is not Shape.Circle(var r))
        {
            return -1;
        }

        if (r < 1) return 0;
        return r;
    }

    public static int GenericCase(Box<Agent> b, Agent a) => b switch
    {
        Box<Agent>.Full(var v) when v == a => 1,
        Box<Agent>.Full => 2,
        _ => 3,
    };
}
