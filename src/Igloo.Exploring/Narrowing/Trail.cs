using System.Numerics;

namespace Igloo.Exploring.Narrowing;

/// <summary>What was learned about holes, so that it can be taken back.</summary>
internal sealed class Trail
{
    private readonly Stack<(Hole Hole, bool IsBound, object? Value, BigInteger? Least, BigInteger? Greatest)> changes = new();

    /// <summary>Runs something with a hole bound, and frees it again.</summary>
    public void With(Hole hole, object? value, Action then)
    {
        var mark = changes.Count;
        Bind(hole, value);
        then();
        UndoTo(mark);
    }

    /// <summary>Runs something with an integer hole known to lie in a range, and forgets it again; not if the range is empty.</summary>
    public void Within(Hole hole, BigInteger? least, BigInteger? greatest, Action then)
    {
        var mark = changes.Count;
        Save(hole);
        if (least > hole.Least || hole.Least is null) hole.Least = least ?? hole.Least;
        if (greatest < hole.Greatest || hole.Greatest is null) hole.Greatest = greatest ?? hole.Greatest;
        if (!(hole.Least > hole.Greatest)) then();
        UndoTo(mark);
    }

    /// <summary>Makes two partly known values equal and runs something, if they can be equal; takes it back then.</summary>
    public void Unified(object? a, object? b, Action then)
    {
        var mark = changes.Count;
        if (Unify(a, b)) then();
        UndoTo(mark);
    }

    private bool Unify(object? a, object? b)
    {
        (a, b) = (Hole.Follow(a), Hole.Follow(b));
        if (ReferenceEquals(a, b)) return true;
        if (a is Hole hole) return BindChecked(hole, b);
        if (b is Hole other) return BindChecked(other, a);
        if (a is Construct left) return b is not null && UnifyFields(left, b);
        return b is Construct right ? a is not null && UnifyFields(right, a) : Equals(a, b);
    }

    private bool UnifyFields(Construct construct, object value)
    {
        var type = value is Construct other ? other.Type : value.GetType();
        return type == construct.Type && construct.Fields.All(f => Unify(f.Value, Partial.Field(value, f.Name)));
    }

    private bool BindChecked(Hole hole, object? value)
    {
        if (value is null && !Partial.IsOption(hole.Type)) return false;
        if (value is Hole other && Partial.IsOption(other.Type) && !Partial.IsOption(hole.Type))
        {
            Bind(other, hole);
            return true;
        }

        Bind(hole, value);
        return true;
    }

    private void Bind(Hole hole, object? value)
    {
        Save(hole);
        hole.IsBound = true;
        hole.Value = value;
    }

    private void Save(Hole hole) => changes.Push((hole, hole.IsBound, hole.Value, hole.Least, hole.Greatest));

    private void UndoTo(int mark)
    {
        while (changes.Count > mark)
        {
            var (hole, isBound, value, least, greatest) = changes.Pop();
            (hole.IsBound, hole.Value, hole.Least, hole.Greatest) = (isBound, value, least, greatest);
        }
    }
}
