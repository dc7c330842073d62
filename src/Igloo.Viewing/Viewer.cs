using System.Collections.Immutable;
using Igloo.Exploring;
using Igloo.Models;
using Igloo.Terms;
using Igloo.Viewing.Charts;
using Igloo.Viewing.Graphs;
using Igloo.Viewing.States;
using Igloo.Viewing.Walking;

namespace Igloo.Viewing;

/// <summary>
/// Views of one instance. What is seen at a path is a function of the path alone; states visited are remembered only to save time.
/// Safe to use from several threads, one of which works at a time.
/// </summary>
public sealed class Viewer
{
    private const int MostListed = 200;
    private const int MostInitial = 200;
    private const int ViewsRemembered = 2_000;

    private readonly Lock working = new();
    private readonly Instance instance;
    private readonly EventSystem system;
    private readonly Moves moves;
    private readonly StateTree tree;
    private readonly Participants participants;
    private readonly RefusalList refusals;
    private readonly PropertyEvaluation evaluation;
    private readonly ImmutableArray<object> initialStates;
    private readonly Dictionary<int, Position> starts = [];
    private int views;

    private Viewer(Instance instance)
    {
        this.instance = instance;
        system = instance.As<EventSystem>();
        moves = new Moves(system, instance.Universe);
        tree = new StateTree(instance.Universe);
        participants = Participants.Of(system, instance.Universe);
        refusals = new RefusalList(system, moves, participants);
        evaluation = PropertyEvaluation.Of(system, instance.Universe);
        initialStates = moves.Initial;
    }

    /// <summary>The viewer of an instance.</summary>
    /// <param name="instance">An instance of an event system.</param>
    /// <exception cref="ArgumentException">The instance is none of an event system.</exception>
    /// <exception cref="NotEnumerableException">An event parameter has no finite range.</exception>
    public static Viewer Of(Instance instance)
    {
        ArgumentNullException.ThrowIfNull(instance);
        return new(instance);
    }

    /// <summary>What is seen at a path. A run that cannot be followed to its end is followed as far as it goes, and the view says so.</summary>
    /// <param name="path">The path; its model and size are taken to be those of the instance.</param>
    /// <exception cref="ViewPathException">The instance has no such initial state.</exception>
    public View At(ViewPath path)
    {
        ArgumentNullException.ThrowIfNull(path);
        lock (working)
        {
            return ViewOf(Follow(path));
        }
    }

    /// <summary>Explores the instance breadth first and gives links to what it finds.</summary>
    /// <param name="path">The link whose look the links have.</param>
    /// <param name="options">How far to go.</param>
    public ExplorationView Explore(ViewPath path, ExplorationOptions options)
    {
        ArgumentNullException.ThrowIfNull(path);
        var explored = Explorer.Explore(instance, options);
        return new ExplorationView(
            explored.IsComplete,
            explored.IsComplete ? "" : CutText.Of(explored.Completeness),
            explored.States,
            explored.Generated,
            explored.Depth,
            [.. Findings(explored, path)],
            [.. explored.NeverEnabled.Select(e => e.Name)],
            [.. explored.GrowingFields.Select(f => $"{f} seems to grow without end."), .. explored.Unbounded.Select(u => u.ToString())]);
    }

    /// <summary>The link that makes a run of the instance.</summary>
    /// <param name="path">The link whose instance and look it has.</param>
    /// <param name="run">The run, from an initial state by enabled events.</param>
    public ViewPath PathOf(ViewPath path, Run run)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(run);
        lock (working)
        {
            var states = run.Steps.Select(s => s.After).Prepend(run.Initial);
            return path with
            {
                Initial = initialStates.IndexOf(run.Initial),
                Steps = [.. run.Steps.Zip(states, (step, before) => moves.From(before).First(m => m.Event.Equals(step.Event)).Token)],
                At = null,
            };
        }
    }

    /// <summary>The run up to the current state of a path, as far as it can be followed.</summary>
    /// <param name="path">The path.</param>
    /// <exception cref="ViewPathException">The instance has no such initial state.</exception>
    public Run RunOf(ViewPath path)
    {
        ArgumentNullException.ThrowIfNull(path);
        lock (working)
        {
            var followed = Follow(path);
            return new Run(followed.Positions[0].State, [.. followed.Positions.Skip(1).Take(followed.At).Select(p => new RunStep(p.Step!.Event, p.State))]);
        }
    }

    private IEnumerable<FindingView> Findings(Exploration explored, ViewPath path)
    {
        foreach (var v in explored.Violations)
        {
            yield return new FindingView(v.Name, FindingKind.Violation, $"{Failure(v)} {After(v.Run)}", PathOf(path, v.Run).ToString());
        }

        if (explored.Deadlock is { } deadlock && explored.Violations.All(v => v.Kind != PropertyKind.Terminal))
        {
            yield return new FindingView("Deadlock", FindingKind.Deadlock, $"found {After(deadlock)}", PathOf(path, deadlock).ToString());
        }

        foreach (var goal in explored.Goals)
        {
            yield return goal.Witness is { } witness
                ? new FindingView(goal.Property.Name, FindingKind.Goal, $"reached {After(witness)}", PathOf(path, witness).ToString())
                : new FindingView(goal.Property.Name, FindingKind.Goal, explored.IsComplete ? "never reached" : "not reached so far", null);
        }

        static string Failure(Violation v) => v.Fault is not null ? $"failed with {v.Fault.GetType().Name}: {v.Fault.Message}" : v.Kind == PropertyKind.Terminal ? "found" : "violated";

        static string After(Run run) => $"after {run.Length} {(run.Length == 1 ? "event" : "events")}";
    }

    private Itinerary Follow(ViewPath path)
    {
        if (path.Initial >= initialStates.Length) throw new ViewPathException($"There is no initial state {path.Initial}: there are {initialStates.Length}.");
        if (++views % ViewsRemembered == 0) starts.Clear();
        if (!starts.TryGetValue(path.Initial, out var position)) starts[path.Initial] = position = Position.AtStart(evaluation, initialStates[path.Initial]);
        var positions = ImmutableArray.CreateBuilder<Position>();
        positions.Add(position);
        foreach (var token in path.Steps)
        {
            if (moves.From(position.State).FirstOrDefault(m => m.Token == token) is not { After: not null } move)
            {
                var followed = path with { Steps = path.Steps[..(positions.Count - 1)] };
                var problem = $"Event {positions.Count} of the link is not enabled here, so the run ends before it. The model may have changed since the link was made.";
                return new Itinerary(followed.LookingAt(path.Position), positions.ToImmutable(), problem);
            }

            position = position.After(move);
            positions.Add(position);
        }

        return new Itinerary(path.LookingAt(path.Position), positions.ToImmutable(), null);
    }

    private View ViewOf(Itinerary run)
    {
        var path = run.Path;
        var before = run.Current.Before?.State;
        return new View(
            path.ToString(),
            run.Problem,
            Model(),
            [.. initialStates.Take(MostInitial).Select((state, i) => new InitialView(i, ModelText.State(state), (path with { Initial = i, Steps = [], At = null }).ToString()))],
            path.Initial,
            run.At,
            [.. run.Positions.Select((position, i) => Step(position, i))],
            run.At > 0 ? (path with { Steps = path.Steps[..(run.At - 1)], At = null }).ToString() : null,
            path.Find,
            path.Tab,
            Enum.GetValues<ViewTab>().ToImmutableSortedDictionary(tab => tab, tab => (path with { Tab = tab }).ToString()),
            tree.Of(run.Current.State, before),
            before is null ? [] : tree.Differences(before, run.Current.State),
            Events(run),
            PropertyList.Of(run, evaluation.Properties),
            path.Tab == ViewTab.Chart ? new ChartView(participants.Lanes, [.. run.Positions.Skip(1).Select(p => participants.Row(p.Step!.Event))], participants.Note) : null,
            path.Tab == ViewTab.Graph ? Neighbourhood.Of(run, moves, participants) : null,
            path.Tab == ViewTab.Refused ? refusals.At(run.Current.State, path.Find) : null);
    }

    private ModelView Model()
    {
        var shape = TermRegistry.FindShape(system.GetType()) as TypeShape.Class;
        return new ModelView(instance.Subject.Split(" on ")[0], instance.Description, shape?.Summary ?? "", shape?.Source.ToString());
    }

    private StepView Step(Position position, int index) => new(
        index,
        position.Step?.Text ?? "initial state",
        position.Step is { } step ? participants.Row(step.Event).Text : "initial state",
        position.Step is { } taken ? participants.Who(taken.Event) : "",
        position.Before is null ? [] : tree.Differences(position.Before.State, position.State),
        [.. position.Violated],
        [.. position.Reached]);

    private EventsView Events(Itinerary run)
    {
        var enabled = moves.From(run.Current.State);
        var matching = enabled.Where(m => m.Text.Contains(run.Path.Find, StringComparison.OrdinalIgnoreCase)).ToArray();
        var onRun = run.Positions.Select((p, i) => (p.State, i)).DistinctBy(p => p.State).ToDictionary(p => p.State, p => p.i);
        return new EventsView(enabled.Length, matching.Length, [.. matching.Take(MostListed).Select(m => Event(m, run, onRun))]);
    }

    private EventView Event(Move move, Itinerary run, Dictionary<object, int> onRun)
    {
        var (text, who) = (participants.Row(move.Event).Text, participants.Who(move.Event));
        if (move.After is null) return new EventView(move.Text, text, who, participants.Names(move.Event), run.Path.ToString(), [], [], [], null, false, move.Fault);
        var here = run.Current;
        var next = here.After(move);
        var isTaken = run.At < run.Path.Steps.Length && run.Path.Steps[run.At] == move.Token;
        return new EventView(
            move.Text,
            text,
            who,
            participants.Names(move.Event),
            (isTaken ? run.Path.LookingAt(run.At + 1) : run.Path.Then(move.Token)).ToString(),
            tree.Differences(here.State, next.State),
            [.. next.Violated],
            [.. next.Reached.Except(here.Reached)],
            onRun.TryGetValue(next.State, out var place) ? place : null,
            isTaken,
            null);
    }
}
