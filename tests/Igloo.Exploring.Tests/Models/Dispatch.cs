namespace Igloo.Exploring.Tests.Models;

/// <summary>Sends texts under guards that are chosen: what they say of the text stands in arms, behind tests and inside other conditions.</summary>
public sealed class Dispatch(ILoads loads, Dispatch.Rule first, Dispatch.Rule second, Dispatch.Rule third) : EventSystem<Dispatch.State, Dispatch.Event>
{
    public enum Form
    {
        Never,
        Free,
        Equal,
        Different,
        Seen,
        Unseen,
        Either,
        ByPlace,
        Coded,
        NotCoded,
        Inside,
        Maybe,
        Late,
    }

    public enum Source
    {
        Here,
        Next,
        Last,
        Fixed,
    }

    public sealed record Rule(Form Form, Source Source, Source Other);

    public sealed record Note(Place At, string Text);

    public sealed record State(Place At, string? Last, Set<string> Seen);

    public abstract record Event
    {
        public sealed record Send(Place To, string Text) : Event;

        public sealed record Skip : Event;
    }

    public override State Initial => new(loads.First, null, Set<string>.Empty);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Send(var to, var text) when Permits(first, s, to, text) => Sent(s, text),
        Event.Send(var to, var text) when Permits(second, s, to, text) && !Permits(third, s, to, text) => Sent(s, text) with { Seen = Set<string>.Empty },
        Event.Send(var to, var text) => to == s.At && Permits(third, s, to, text) ? s with { Last = text } : null,
        Event.Skip when s.Last is not null => s with { At = loads.After(s.At) },
        _ => null,
    };

    private State Sent(State s, string text) => new(loads.After(s.At), text, Set<string>.Empty.Add(text));

    private bool Permits(Rule rule, State s, Place to, string text) => rule.Form switch
    {
        Form.Free => to != s.At,
        Form.Equal => text == Named(rule.Source, s),
        Form.Different => text != Named(rule.Source, s) && to == s.At,
        Form.Seen => s.Seen.Contains(text),
        Form.Unseen => !s.Seen.Contains(text) && text == Named(rule.Source, s),
        Form.Either => text == Named(rule.Source, s) || (text != Named(rule.Source, s) && text == Named(rule.Other, s)),
        Form.ByPlace => to == s.At ? text == Named(rule.Source, s) : text == Named(rule.Other, s),
        Form.Coded => loads.CodeOf(text) == s.At,
        Form.NotCoded => loads.CodeOf(text) != s.At && text == Named(rule.Other, s),
        Form.Inside => new Note(to, text) == new Note(s.At, Named(rule.Source, s)),
        Form.Maybe => s.Last is { } last && last == text,
        Form.Late => loads.CodeOf(text) == to && text == Named(rule.Source, s),
        _ => false,
    };

    private string Named(Source source, State s) => source switch
    {
        Source.Here => loads.TextAt(s.At),
        Source.Next => loads.TextAt(loads.After(s.At)),
        Source.Last => s.Last is { } last ? last : loads.TextAt(s.At),
        _ => "d",
    };
}
