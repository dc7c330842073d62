using System.Collections.Immutable;
using System.Numerics;

namespace Igloo.Exploring.Narrowing;

/// <summary>What was learned about holes, so that it can be taken back.</summary>
internal sealed class Trail
{
    private readonly Stack<(Hole Hole, Knowledge Before)> changes = new();
    private readonly List<(string Condition, ImmutableArray<object?> Values)> undecided = [];

    /// <summary>Runs something with a hole bound, and frees it again.</summary>
    public void With(Hole hole, object? value, Action then)
    {
        var mark = changes.Count;
        Learn(hole, hole.Knowledge with { IsBound = true, Value = value });
        then();
        UndoTo(mark);
    }

    /// <summary>Runs something with an integer hole known to lie in a range, and forgets it again; not if the range is empty.</summary>
    public void Within(Hole hole, BigInteger? least, BigInteger? greatest, Action then)
    {
        var mark = changes.Count;
        var known = hole.Knowledge;
        if (least > known.Least || known.Least is null) known = known with { Least = least ?? known.Least };
        if (greatest < known.Greatest || known.Greatest is null) known = known with { Greatest = greatest ?? known.Greatest };
        Learn(hole, known);
        if (!(known.Least > known.Greatest)) then();
        UndoTo(mark);
    }

    /// <summary>Runs something with a hole known to be none of some values, and forgets it again.</summary>
    public void Without(Hole hole, IReadOnlySet<object?> excluded, Action then)
    {
        var mark = changes.Count;
        Learn(hole, hole.Knowledge with { Excluded = excluded });
        then();
        UndoTo(mark);
    }

    /// <summary>Makes two partly known values equal and runs something, if they can be equal; takes it back then.</summary>
    public void Unified(object? a, object? b, Action then)
    {
        var mark = changes.Count;
        if (Unify(a, b)) then();
        UndoTo(mark);
    }

    /// <summary>Runs something while a condition is left to the compiled code.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="values">The partly known values that it depends on.</param>
    /// <param name="then">What to run.</param>
    public void Undecided(string condition, ImmutableArray<object?> values, Action then)
    {
        undecided.Add((condition, values));
        then();
        undecided.RemoveAt(undecided.Count - 1);
    }

    /// <summary>The first condition that was left to the compiled code and depends on a hole that no list fills; null where there is none.</summary>
    public string? FirstUndecided() =>
        undecided.Where(u => u.Values.SelectMany(Partial.Holes).Any(h => h.Excluded is not null)).Select(u => u.Condition).FirstOrDefault();

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
        if (!Partial.CanBe(hole, value)) return false;
        if (value is Hole other && Partial.IsOption(other.Type) && !Partial.IsOption(hole.Type))
        {
            Name(other, hole);
            return true;
        }

        Name(hole, value);
        return true;
    }

    private void Name(Hole hole, object? value) => Learn(hole, hole.Knowledge with { IsBound = true, Value = value, IsNamed = true });

    private void Learn(Hole hole, Knowledge known)
    {
        changes.Push((hole, hole.Knowledge));
        hole.Knowledge = known;
    }

    private void UndoTo(int mark)
    {
        while (changes.Count > mark)
        {
            var (hole, before) = changes.Pop();
            hole.Knowledge = before;
        }
    }
}
