using System.Collections.Immutable;
using Igloo.Models;
using Igloo.Proving.Symbolic;
using Igloo.Terms;
using Igloo.Theories;

namespace Igloo.Proving.Deriving;

/// <summary>Collects obligations, those of each class once.</summary>
/// <param name="scope">The models that are verified together.</param>
internal sealed class Derivation(ModelScope scope)
{
    private readonly HashSet<Type> visited = [];
    private readonly List<Obligation> theories = [];
    private readonly List<Obligation> systems = [];
    private readonly List<Obligation> connections = [];
    private readonly Dictionary<Type, ImmutableArray<Obligation>> hiding = [];

    /// <summary>Each once. Two statements with the same names are two obligations: the later ones are numbered.</summary>
    internal ImmutableArray<Obligation> InOrder()
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var names = new HashSet<(Type Subject, ObligationKind Kind, string Name)>();
        return
        [
            .. theories.Concat(systems).Concat(connections).Distinct().Select(o => o.As(
                Free(o.Id, n => $"{o.Id}#{n}", ids.Add),
                Free(o.Name, n => $"{o.Name} ({n})", name => names.Add((o.Subject, o.Kind, name))))),
        ];
    }

    private static string Free(string wanted, Func<int, string> numbered, Func<string, bool> take)
    {
        var free = wanted;
        for (var number = 2; !take(free); number++) free = numbered(number);
        return free;
    }

    internal void Add(Type model)
    {
        if (!visited.Add(model)) return;
        if (model.IsInterface && typeof(ITheory).IsAssignableFrom(model))
        {
            theories.AddRange(Unencodable.Or(model, () => TheoryObligations.Of(model)));
            return;
        }

        if (model.IsAbstract) throw new ArgumentException($"{model} is abstract: obligations are about a class that can be constructed.", nameof(model));
        if (typeof(Refinement).IsAssignableFrom(model)) connections.AddRange(Unencodable.Or(model, () => OfRefinement(model)));
        else if (typeof(Equality).IsAssignableFrom(model)) connections.AddRange(Unencodable.Or(model, () => OfEquality(model)));
        else if (typeof(EventSystem).IsAssignableFrom(model)) systems.AddRange(Unencodable.Or(model, () => OfSystem(model)));
        else throw new ArgumentException($"{model} is no event system, refinement, equality or theory.", nameof(model));
    }

    private IEnumerable<Obligation> OfRefinement(Type model)
    {
        var subject = new Subject(model);
        var refinement = new RefinementObligations(subject);
        AddTheories(subject);
        Add(refinement.Abstract.Type);
        Add(refinement.Concrete.Type);
        AddAbove(subject, refinement.Abstract.Type);
        return refinement.All();
    }

    private IEnumerable<Obligation> OfEquality(Type model)
    {
        var subject = new Subject(model);
        var equality = new EqualityObligations(subject);
        AddTheories(subject);
        Add(equality.Right.Type);
        Add(equality.Left.Type);
        AddAbove(subject, equality.Right.Type);
        return equality.All();
    }

    // What is carried down rests on all that is above.
    private void AddAbove(Subject subject, Type system)
    {
        foreach (var connection in Connection.From(subject, system)) Add(connection.By.Type);
    }

    private IEnumerable<Obligation> OfSystem(Type model)
    {
        var subject = new Subject(model);
        AddTheories(subject);
        IEnumerable<Obligation> own = new SystemObligations(subject).All();
        if (CompositionObligations.DerivesFromComposition(model))
        {
            var composition = new CompositionObligations(new Subject(model));
            Add(composition.Environment.Type);
            foreach (var component in composition.Components) Add(component);
            own = own.Concat(composition.All()).Concat(Unencodable.Or(model, () => new FailureObligations(new Subject(model)).All()));
            if (CompositionObligations.EventsOfComponents(model).Any(HidingObligations.AnyAutomatic)) own = own.Concat(Hiding(model));
        }
        else if (ComponentObligations.IsComponent(model))
        {
            own = own.Concat(new ComponentObligations(new Subject(model)).All());
            if (HidingObligations.AnyAutomatic(SystemView.EventSystemOf(model).GetGenericArguments()[1]))
            {
                own = own.Concat(new AutomaticObligations(new Subject(model)).All()).Concat(Hiding(model));
                // Who proves a component alone is told, too, what sees its events from above.
                foreach (var composition in HidingObligations.CompositionsOf(model, scope)) connections.AddRange(Hiding(composition));
            }
        }

        AddTransported(subject);
        return own;
    }

    // A property that is said to follow from one above owes nothing to the system itself, and so has to be owed by what it follows through.
    private void AddTransported(Subject subject)
    {
        foreach (var property in ModelFunctions.All(ModelFunctions.Of(subject.Self), FunctionRole.TraceProperty))
        {
            if (Transported.ClaimOf(property) is not { } claim) continue;
            Transported.RequireGround(subject, subject.Type, property);
            Add(claim.Through);
        }
    }

    // A composition is asked about by each of its components: the same obligations, not others of the same name.
    private ImmutableArray<Obligation> Hiding(Type model)
    {
        if (!hiding.TryGetValue(model, out var known)) hiding.Add(model, known = [.. Unencodable.Or(model, () => new HidingObligations(new Subject(model), scope).All())]);
        return known;
    }

    private void AddTheories(Subject subject)
    {
        foreach (var theory in subject.Theories) Add(theory.Type);
    }
}
