using Igloo.Models;
using Igloo.Values;

namespace Igloo.Generators.Tests.Corpus;

public enum Colour
{
    Red,
    Green = 5,
    Blue,
}

[Sort]
public readonly record struct Agent(int Index);

public readonly record struct Point(int X, int Y)
{
    public int Sum => X + Y;

    public bool IsDiagonal() => X == Y;

    public Point Shifted(int by) => this with { X = X + by };
}

public sealed record Order(int Amount, Colour Colour, Agent? Owner, Point At, Order? Previous, string? Note)
{
    public bool IsLarge => Amount > 2;

    public int Total
    {
        get
        {
            var base0 = Amount * 2;
            return Previous is { Amount: var before } ? base0 + before : base0;
        }
    }

    public static Order Cheap { get; } = new(1, Colour.Red, null, new Point(0, 0), null, null);
}

public abstract record Shape
{
    public sealed record Dot : Shape;

    public sealed record Circle(int Radius) : Shape;

    public sealed record Box(Point Corner, int Side, Agent? Owner) : Shape;
}

public abstract record Box<T>
    where T : notnull
{
    public sealed record Full(T Value) : Box<T>;

    public sealed record Empty : Box<T>;
}

public static class Extensions
{
    public static int Twice(this int x) => x + x;

    public static bool IsRound(this Shape shape) => shape is Shape.Circle;

    public static T Or<T>(this Box<T> box, T otherwise)
        where T : notnull => box is Box<T>.Full(var value) ? value : otherwise;

    extension(Shape shape)
    {
        public int Size => shape switch
        {
            Shape.Circle(var r) => r,
            Shape.Box { Side: var side } => side,
            _ => 0,
        };

        public bool IsLargerThan(int size) => shape.Size > size;
    }
}
