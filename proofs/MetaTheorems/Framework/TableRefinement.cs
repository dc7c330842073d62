using System.Collections.Immutable;
using Igloo.Models;

namespace MetaTheorems.Framework;

/// <summary>A refinement of the framework between transition tables, by any relation.</summary>
public sealed class TableRefinement(TableSystem concrete, TableSystem @abstract, ImmutableHashSet<(int Concrete, int Abstract)> relation, int?[] mediator)
    : Refinement<TableSystem.State, TableSystem.Event, TableSystem.State, TableSystem.Event>(concrete, @abstract)
{
    public static TableRefinement Random(Random random, int size)
    {
        var upper = new TableSystem(new Table(random, size, 2));
        var lower = new TableSystem(new Table(random, size, 2));
        int?[] mediator = [.. Enumerable.Range(0, 2).Select(_ => random.Next(3) is var e && e < 2 ? e : (int?)null)];
        var pairs = from c in Enumerable.Range(0, size) from a in Enumerable.Range(0, size) select (c, a);
        return new(lower, upper, [.. pairs], mediator);
    }

    public ImmutableHashSet<(int Concrete, int Abstract)> Relation => relation;

    public override bool Related(TableSystem.State c, TableSystem.State a) => relation.Contains((c.Number, a.Number));

    public override TableSystem.Event? Mediate(TableSystem.Event e) => mediator[e.Number] is { } image ? new(image) : null;

    /// <summary>The same systems with the greatest relation that the conditions on steps allow.</summary>
    public TableRefinement WithGreatestRelation()
    {
        var greatest = relation;
        while (greatest.Where(p => IsMatched(p, greatest)).ToImmutableHashSet() is var next && next.Count < greatest.Count) greatest = next;
        return With(greatest);
    }

    public TableRefinement With(ImmutableHashSet<(int Concrete, int Abstract)> other) => new((TableSystem)Concrete, (TableSystem)Abstract, other, mediator);

    private bool IsMatched((int Concrete, int Abstract) pair, ImmutableHashSet<(int, int)> within) =>
        Enumerable.Range(0, 2).All(e =>
            ((TableSystem)Concrete).Table.After(pair.Concrete, e) is not { } c
            || ((mediator[e] is { } image ? ((TableSystem)Abstract).Table.After(pair.Abstract, image) : pair.Abstract) is { } a && within.Contains((c, a))));
}
