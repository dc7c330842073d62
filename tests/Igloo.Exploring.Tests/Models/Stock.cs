namespace Igloo.Exploring.Tests.Models;

/// <summary>Numbers and names beyond those that a small universe lists, and a claim about all of them that is chosen.</summary>
/// <param name="form">What is claimed.</param>
/// <param name="bound">A number in the claim.</param>
public sealed class Stock(Stock.Form form, int bound) : EventSystem<Stock.State, Stock.Event>
{
    public enum Form
    {
        ByPlace,
        ByElement,
        ByName,
        Top,
        Successor,
        Either,
        Sum,
        Wild,
        Square,
        Nothing,
    }

    public sealed record State(Seq<int> Items, Set<string> Names, int Top);

    public abstract record Event
    {
        public sealed record Put(int Item) : Event;

        public sealed record Call : Event;
    }

    public override State Initial => new(Seq<int>.Empty, Set<string>.Empty, 0);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Put(var item) when 8 <= item && item <= 11 && s.Items.Count < 2 => s with { Items = s.Items.Append(item), Top = item },
        Event.Call when s.Items.Count == 1 => s with { Names = s.Names.Add("b") },
        _ => null,
    };

    [Invariant]
    public bool Claimed(State s, int i, int j) => form switch
    {
        Form.ByPlace => i < 0 || i >= s.Items.Count || j != 0 || s.Items[i] < bound,
        Form.ByElement => Implies(s.Items.Contains(i) && s.Items.Contains(j), i < bound || j < bound),
        Form.Top => s.Top != i || i < bound || j != 1,
        Form.Successor => Implies(s.Items.Contains(i) && j == i + 1, j < bound),
        Form.Either => i < 0 || j < 0 || i + j > 2 || s.Top < bound,
        Form.Sum => Implies(0 <= i && i <= s.Top && i <= j && j <= s.Top, i + j != bound),
        Form.Wild => i < bound || s.Top < 11 || j < 0,
        Form.Square => i * i != bound || s.Items.IsEmpty || j > 0,
        _ => true,
    };

    [Invariant]
    public bool ShelfIsShort(State s, bool isReversed, int i) => i < (isReversed ? s.Items.Count : 0) || i >= s.Items.Count || s.Items[i] < 12;

    [Invariant]
    public bool NamesAreKnown(State s, string name) => Implies(form == Form.ByName && s.Names.Contains(name), name == "a");

    [Sometimes]
    public bool HasLarge(State s, int i) => s.Items.Contains(i) && i >= bound;
}
