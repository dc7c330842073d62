using System.Collections.Immutable;
using Igloo.Terms;

namespace Igloo.Exploring.Narrowing;

/// <summary>Binds holes to what is known of them, one way after the other, and frees them again.</summary>
/// <remarks>
/// Where the model computes values that a list lacks, a hole that is filled from the list may also stand for another value: such a hole is filled by no list,
/// only by conditions that name its value.
/// </remarks>
internal sealed class Filling(Ranges ranges)
{
    private static readonly IReadOnlySet<object?> None = ImmutableHashSet<object?>.Empty;

    /// <summary>What was bound.</summary>
    public Trail Trail { get; } = new();

    /// <summary>Runs something for each value or shape that a hole can have; false where nothing is known of it.</summary>
    public bool Fill(Hole hole, Action then)
    {
        if (hole.Excluded is not null) return FillFromCarrier(hole, then) || FillByShape(hole, hole.Excluded, then);
        if (ranges.Exact(hole) is not { } values) return FillByShape(hole, null, then);
        foreach (var value in values) Trail.With(hole, value, then);
        if (ranges.Others(hole) is { } excluded) Trail.Without(hole, excluded, then);
        return true;
    }

    /// <summary>Runs something while a condition is left to the compiled code.</summary>
    public void Leave(Term condition, Scope scope, Action then) => Trail.Undecided(TermPrinter.Print(condition), [.. scope.Known(condition)], then);

    /// <summary>Runs something for each value of a hole that its own list does not have, where another list has them all; false where none has.</summary>
    public bool FillFromCarrier(Hole hole, Action then)
    {
        if ((ranges.Interval(hole) ?? ranges.Carrier(hole)) is not { } values) return false;
        foreach (var value in values)
        {
            if (Partial.CanBe(hole, value)) Trail.With(hole, value, then);
        }

        return true;
    }

    private bool FillByShape(Hole hole, IReadOnlySet<object?>? excluded, Action then)
    {
        if (Partial.IsOption(hole.Type))
        {
            if (Partial.CanBe(hole, null)) Trail.With(hole, null, then);
            Trail.With(hole, new Hole(hole.Type.GetGenericArguments()[0], hole.Place, excluded), then);
            return true;
        }

        IEnumerable<Type> cases = TermRegistry.FindShape(hole.Type) switch
        {
            TypeShape.Union union => union.Cases,
            TypeShape.Record record => [record.Type],
            _ => [],
        };
        foreach (var @case in cases) Trail.With(hole, Partial.Unknown(@case, excluded is null ? null : None), then);
        return cases.Any();
    }
}
