using System.Globalization;
using Igloo.Cli.Exploring;
using Igloo.Cli.Terminals;
using Igloo.Cli.Tracing;
using Igloo.Exploring;
using Igloo.Models;
using Igloo.Viewing;
using Igloo.Viewing.Traces;

namespace Igloo.Cli.Playing;

/// <summary>A session in which the user chooses the events of a run: a function from each line that is typed to the lines that answer it.</summary>
/// <remarks>Used by one thread at a time.</remarks>
internal sealed class PlaySession
{
    private const int MostSearched = 200_000;

    private readonly Instance instance;
    private readonly Viewer viewer;
    private readonly PlayText text;
    private readonly Random random;
    private readonly CancellationToken cancellation;
    private ViewPath path;
    private string? role;

    /// <param name="instance">The instance that is played.</param>
    /// <param name="seed">The seed of the others' choices.</param>
    /// <param name="style">Colours.</param>
    /// <param name="cancellation">Ends searches.</param>
    public PlaySession(Instance instance, int seed, Style style, CancellationToken cancellation)
    {
        this.instance = instance;
        this.cancellation = cancellation;
        viewer = Viewer.Of(instance);
        text = new PlayText(style);
        random = new Random(seed);
        path = new ViewPath(instance.Model.GetType().Name, instance.Size);
    }

    /// <summary>Whether the user has ended it.</summary>
    public bool IsOver { get; private set; }

    private View View => viewer.At(path);

    /// <summary>What is said before the first line is typed.</summary>
    public IEnumerable<string> Welcome() => [$"{instance.Subject}: type a number to take an event, ? for help, q to quit.", .. Place()];

    /// <summary>Answers a line.</summary>
    /// <param name="line">What was typed.</param>
    public IEnumerable<string> Answer(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var parts = line.Trim().Split(' ', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0) return Place();
        var argument = parts.Length > 1 ? parts[1] : "";
        try
        {
            return Answer(parts[0].ToLowerInvariant(), argument);
        }
        catch (UserErrorException error)
        {
            return [$"  {error.Message}{(error.Advice is null ? "" : $" {error.Advice}")}"];
        }
    }

    private IEnumerable<string> Answer(string command, string argument)
    {
        switch (command)
        {
            case "q" or "quit" or "exit":
                IsOver = true;
                return [];
            case "?" or "h" or "help":
                return PlayText.Help;
            case "e" or "events":
                return text.Events(Matching(argument), Offered(Matching(argument)), role);
            case "s" or "state":
                return PlayText.State(View);
            case "t" or "trace":
                return text.Trace(View);
            case "p" or "properties":
                return text.Properties(View);
            case "why":
                return text.Refusals(viewer.At(path with { Tab = ViewTab.Refused, Find = argument }).Refused!);
            case "u" or "undo":
                path = path with { Steps = path.Steps[..Math.Max(0, path.Position - Number(argument, 1))], At = null };
                return Place();
            case "j" or "jump":
                path = path.LookingAt(Number(argument, 0));
                return Place();
            case "as":
                return Become(argument);
            case "others":
                return role is null ? ["  You play everybody: choose whom you play with 'as NAME' first."] : Random(Number(argument, 1), e => !IsOf(e, role));
            case "random":
                return Random(Number(argument, 1), _ => true);
            case "find":
                return Go($"a state that contains '{argument}'", Explorer.FindState(instance.As<EventSystem>(), instance.Universe, s => ModelText.State(s).Contains(argument, StringComparison.OrdinalIgnoreCase), Limits));
            case "goal":
                return Go(argument, found => found.Goals.FirstOrDefault(g => Is(g.Property.Name, argument))?.Witness);
            case "violate":
                return Go(argument, found => found.Violations.FirstOrDefault(v => Is(v.Name, argument))?.Run);
            case "save":
                TraceFiles.Write(Named(argument), TraceDocument.Of(instance, viewer.RunOf(path), ""));
                return [$"  The run is in {argument}."];
            case "load":
                return Load(Named(argument));
            case "link":
                return [$"  igloo ui, then ?{path}"];
            default:
                return int.TryParse(command, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    ? Take(number)
                    : [$"  There is no command '{command}'. ? lists them."];
        }
    }

    private ExplorationOptions Limits => new() { MaxStates = MostSearched, Cancellation = cancellation };

    private IEnumerable<string> Place() => text.Place(View, Offered(View), role);

    private View Matching(string find) => viewer.At(path with { Find = find });

    private EventView[] Offered(View view) => [.. view.Events.Listed.Where(e => role is null || IsOf(e, role))];

    private IEnumerable<string> Take(int number)
    {
        var offered = Offered(View);
        if (number < 1 || number > offered.Length) return [$"  There is no event {number} here: {(offered.Length == 0 ? "none is enabled" : $"1 to {offered.Length}")}."];
        if (offered[number - 1].Fault is { } fault) return [$"  The model fails at this event: {fault}"];
        path = ViewPath.Parse(offered[number - 1].Path);
        return Place();
    }

    private IEnumerable<string> Random(int steps, Func<EventView, bool> isMeant)
    {
        var taken = new List<string>();
        for (var i = 0; i < steps && !cancellation.IsCancellationRequested; i++)
        {
            var events = View.Events.Listed.Where(e => e.Fault is null && isMeant(e)).ToArray();
            if (events.Length == 0) break;
            var chosen = events[random.Next(events.Length)];
            taken.Add($"      {chosen.Text}");
            path = ViewPath.Parse(chosen.Path);
        }

        if (taken.Count < steps) taken.Add($"      after {taken.Count} events there is nothing left to take");
        return [.. taken, .. Place()];
    }

    private IEnumerable<string> Become(string name)
    {
        if (Is(name, "all"))
        {
            role = null;
            return Place();
        }

        var lanes = viewer.At(path with { Tab = ViewTab.Chart }).Chart!.Lanes.Select(l => l.Name).ToArray();
        if (lanes.FirstOrDefault(l => Is(l, name)) is not { } lane) return [$"  There is no participant '{name}'. There are: {string.Join(", ", lanes)}, or all."];
        role = lane;
        return [$"  You play {lane}.", .. Place()];
    }

    private IEnumerable<string> Go(string name, Func<Exploration, Run?> choose)
    {
        if (!ModelProperty.Of(instance.As<EventSystem>()).Any(p => Is(p.Name, name))) return [$"  There is no property '{name}'. p lists them."];
        var found = Explorer.Explore(instance, Limits);
        return choose(found) is { } run ? Go(run) : [$"  No: none among {found.States:N0} states{(found.IsComplete ? ", and these are all." : ", which are not all.")}"];
    }

    private IEnumerable<string> Go(string what, StateQuery answer) => answer switch
    {
        StateQuery.Reached reached => Go(reached.Run),
        StateQuery.NotReached { Completeness: var completeness, Visited: var visited } =>
            [$"  There is not {what} among {visited:N0} states{(completeness == Completeness.Complete ? ", and these are all." : ", which are not all.")}"],
        _ => throw new InvalidOperationException($"{answer} is no answer."),
    };

    private IEnumerable<string> Go(Run run)
    {
        path = viewer.PathOf(path, run);
        return [.. text.Trace(View), .. Place()];
    }

    private IEnumerable<string> Load(string file)
    {
        var trace = TraceFiles.Read(file);
        if (trace.Model != instance.Model.GetType().FullName || trace.Instance != instance.Description)
        {
            throw new UserErrorException($"The trace is of {trace.Model} on {trace.Instance}, and this is {instance.Subject}.");
        }

        var verdict = TraceReplay.Check(instance, trace);
        var run = verdict is TraceVerdict.Accepted accepted ? accepted.Run : ((TraceVerdict.Rejected)verdict).Run;
        if (run is not null) path = viewer.PathOf(path, run);
        return verdict is TraceVerdict.Rejected rejected ? [$"  The model does not take step {rejected.Step}: {rejected.Reason}", .. Place()] : Place();
    }

    private static bool IsOf(EventView e, string name) => e.Lanes.Contains(name);

    private static bool Is(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);

    private static string Named(string argument) => argument.Length > 0 ? argument : throw new UserErrorException("Name a file.");

    private static int Number(string argument, int otherwise) =>
        argument.Length == 0 ? otherwise
        : int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw new UserErrorException($"'{argument}' is no number.");
}
