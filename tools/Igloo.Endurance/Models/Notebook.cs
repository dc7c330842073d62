using System.Numerics;
using Igloo.Components;
using Igloo.Values;

namespace Igloo.Endurance.Models;

/// <summary>Keeps notes that have a part of every kind that a model may have.</summary>
internal sealed class Notebook : Component<Notebook.State, Notebook.Event>
{
    /// <summary>The local state.</summary>
    public sealed record State(Seq<Note> Notes, Map<int, bool> Read);

    public abstract record Note
    {
        public sealed record Empty : Note;

        public sealed record Full(
            bool Truth, long Number, BigInteger Large, byte Small, string Text, DayOfWeek Day, int? Perhaps, (int, string) Pair, Set<int> Set, Seq<Note> Inner, FiniteMap<int, string> Map, Bag<int> Bag) : Note;
    }

    public abstract record Event
    {
        [Internal]
        public sealed record Write(Note Note) : Event;

        [Internal]
        public sealed record Read(int Page, FiniteMap<int, Note> Found) : Event;
    }

    public override State Initial => new(Seq<Note>.Empty, Map<int, bool>.Constant(false));

    public override State? Next(State s, Event e) => e switch
    {
        Event.Write(var note) => s with { Notes = s.Notes.Append(note) },
        Event.Read(var page, _) => s with { Read = s.Read.Set(page, true) },
        _ => null,
    };
}
