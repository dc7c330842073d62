using Igloo.Terms;

namespace Igloo.Exploring.Narrowing;

/// <summary>Binds holes to what is known of them, one way after the other, and frees them again.</summary>
internal sealed class Filling(Ranges ranges)
{
    /// <summary>What was bound.</summary>
    public Trail Trail { get; } = new();

    /// <summary>Runs something for each value or shape that a hole can have; false where nothing is known of it.</summary>
    public bool Fill(Hole hole, Action then)
    {
        if (ranges.Exact(hole) is { } values)
        {
            foreach (var value in values) Trail.With(hole, value, then);
            return true;
        }

        if (Partial.IsOption(hole.Type))
        {
            Trail.With(hole, null, then);
            Trail.With(hole, new Hole(hole.Type.GetGenericArguments()[0], hole.Place), then);
            return true;
        }

        IEnumerable<Type> cases = TermRegistry.FindShape(hole.Type) switch
        {
            TypeShape.Union union => union.Cases,
            TypeShape.Record record => [record.Type],
            _ => [],
        };
        foreach (var @case in cases) Trail.With(hole, Partial.Unknown(@case), then);
        return cases.Any();
    }
}
