using Igloo.Components;
using Igloo.Values;

namespace MetaTheorems.Framework;

/// <summary>Three nodes in parallel with an environment; each environment event has a random partner or happens alone.</summary>
public sealed class TableComposition(TableSystem environment, TableNode[] nodes, (int Node, int Word)?[] partners)
    : Composition<TableSystem.State, TableSystem.Event, int, TableNode.State, TableNode.Event>(environment)
{
    public override Domain<int> Indices => new([.. Enumerable.Range(0, nodes.Length)]);

    public IEnumerable<Event> Events =>
        Enumerable.Range(0, nodes.Length).Select(i => (Event)new Event.Internal(i, new TableNode.Event.Think()))
            .Concat(Enumerable.Range(0, partners.Length).Select(e => new Event.Environment(new(e))));

    public static TableComposition Random(Random random, int size)
    {
        (int, int)?[] partners = [.. Enumerable.Range(0, 4).Select(_ => random.Next(4) == 0 ? ((int, int)?)null : (random.Next(3), 1 + random.Next(2)))];
        TableNode[] nodes = [.. Enumerable.Range(0, 3).Select(_ => new TableNode(new Table(random, size, 3)))];
        return new(new TableSystem(new Table(random, size, partners.Length)), nodes, partners);
    }

    public override Component<TableNode.State, TableNode.Event> Component(int index) => nodes[index];

    public override Step? Partner(TableSystem.Event e) => partners[e.Number] is var (node, word) ? new(node, new TableNode.Event.Talk(word)) : null;

    /// <summary>The environment's part of a trace.</summary>
    public static IEnumerable<TableSystem.Event> OfEnvironment(IEnumerable<Event> trace) => trace.OfType<Event.Environment>().Select(e => e.Own);

    /// <summary>The part of a node in a trace.</summary>
    public IEnumerable<TableNode.Event> OfNode(int node, IEnumerable<Event> trace) => trace
        .Select(e => e switch
        {
            Event.Internal(var i, var own) when i == node => own,
            Event.Environment(var own) when Partner(own) is var (i, partner) && i == node => partner,
            _ => null,
        })
        .OfType<TableNode.Event>();
}
