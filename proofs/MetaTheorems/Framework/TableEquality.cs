using Igloo.Models;

namespace MetaTheorems.Framework;

/// <summary>The claim that two tables are equal, by the total relation and mediators that skip everything.</summary>
public sealed class TableEquality(TableSystem left, TableSystem right)
    : Equality<TableSystem.State, TableSystem.Event, TableSystem.State, TableSystem.Event>(left, right)
{
    public override bool Related(TableSystem.State l, TableSystem.State r) => true;

    public override TableSystem.Event? Forth(TableSystem.Event e) => null;

    public override TableSystem.Event? Back(TableSystem.Event e) => null;
}
