using System.Collections.Immutable;
using Igloo.Proving.Deciding;
using Igloo.Terms;

namespace Igloo.Proving;

/// <summary>One statement about a model that has to hold, decided on its own. Immutable.</summary>
public sealed class Obligation
{
    internal Obligation(string id, string name, Type subject, ObligationKind kind, SourceSpan source, Statement statement)
    {
        Id = id;
        Name = name;
        Subject = subject;
        Kind = kind;
        Source = source;
        Statement = statement;
    }

    /// <summary>
    /// Unique, and stable across builds as long as the names in the model are: <c>consecution:RingProtocol:PassedOnlySmaller:Accept</c>. Of
    /// several that the names alone do not tell apart (overloads, say) the later ones are numbered: <c>...#2</c>.
    /// </summary>
    public string Id { get; }

    /// <summary>What it says, for people: <c>Accept keeps PassedOnlySmaller</c>.</summary>
    public string Name { get; }

    /// <summary>The class that it is about.</summary>
    public Type Subject { get; }

    /// <summary>What kind of statement it is.</summary>
    public ObligationKind Kind { get; }

    /// <summary>The user's clause: where to look if it fails.</summary>
    public SourceSpan Source { get; }

    /// <summary>The invariants, lemmas and axioms that it assumes, and whose own obligations must hold for it to count.</summary>
    public ImmutableArray<Premise> Premises { get; init; } = [];

    /// <summary>What it helps to establish, if others may assume that; null otherwise.</summary>
    public Premise? Establishes { get; init; }

    /// <summary>The event of a component that it is about, if it is about what an operation declares; null otherwise.</summary>
    public Type? EventCase { get; init; }

    /// <summary>The refinements and equalities, from below, whose mediators the event that it is about passes through.</summary>
    internal ImmutableArray<Type> Way { get; private init; } = [];

    internal Statement Statement { get; }

    internal Obligation Establishing(Premise premise) => new(Id, Name, Subject, Kind, Source, Statement) { Premises = Premises, Establishes = premise, EventCase = EventCase };

    internal Obligation About(Type eventCase) => new(Id, Name, Subject, Kind, Source, Statement) { Premises = Premises, Establishes = Establishes, EventCase = eventCase };

    /// <summary>The name without the number that tells it from others of the same name.</summary>
    internal string OwnName { get => field ?? Name; private init; }

    /// <summary>The same statement under another identity and name, where its own are taken by another statement.</summary>
    internal Obligation As(string id, string name) =>
        new(id, name, Subject, Kind, Source, Statement) { OwnName = OwnName, Premises = Premises, Establishes = Establishes, EventCase = EventCase, Way = Way };

    internal Obligation Along(ImmutableArray<Type> way) => new(Id, Name, Subject, Kind, Source, Statement) { Premises = Premises, Establishes = Establishes, Way = way };

    /// <summary>The name with the class that it is about.</summary>
    public override string ToString() => $"{Symbolic.Vocabulary.NameOf(Subject)}: {Name}";
}
