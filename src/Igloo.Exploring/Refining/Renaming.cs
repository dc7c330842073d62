using Igloo.Models;

namespace Igloo.Exploring.Refining;

/// <summary>The untyped view of the relation and the mediators of an equality.</summary>
internal abstract class Renaming
{
    public static Renaming Of(Equality equality)
    {
        var type = equality.GetType().BaseOf(typeof(Equality<,,,>))!;
        return (Renaming)Activator.CreateInstance(typeof(Typed<,,,>).MakeGenericType(type.GetGenericArguments()), equality)!;
    }

    public abstract bool AreRelated(object left, object right);

    public abstract object? Forth(object e);

    public abstract object? Back(object e);

    private sealed class Typed<TLeft, TLeftEvent, TRight, TRightEvent>(Equality<TLeft, TLeftEvent, TRight, TRightEvent> equality) : Renaming
        where TLeft : class
        where TLeftEvent : class
        where TRight : class
        where TRightEvent : class
    {
        public override bool AreRelated(object left, object right) => equality.Related((TLeft)left, (TRight)right);

        public override object? Forth(object e) => equality.Forth((TLeftEvent)e);

        public override object? Back(object e) => equality.Back((TRightEvent)e);
    }
}
