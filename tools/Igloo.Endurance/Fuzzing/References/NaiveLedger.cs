using Igloo.Endurance.Models;
using E = Igloo.Endurance.Models.Meter.Event;

namespace Igloo.Endurance.Fuzzing.References;

/// <summary>
/// What a monitor may permit, straight from its definition: a set of states for each combination of unknown outcomes, and an action is permitted if
/// every combination permits it and it keeps every input in flight permitted. No caches, no short cuts.
/// </summary>
internal sealed class NaiveLedger(Meter model, int mostOutcomes)
{
    private List<World> worlds = [new(model.Initial, "")];

    /// <summary>The inputs in flight, by number.</summary>
    public Dictionary<int, E> InFlight { get; } = [];

    public bool IsStopped { get; private set; }

    public IEnumerable<Meter.State> States => worlds.Select(w => w.State).Distinct();

    public bool Permits(E e)
    {
        if (IsStopped || After(e) is not { } after) return false;
        return IsUnchanged(after) || InFlight.Values.All(sample => after.TrueForAll(w => model.Next(w.State, sample) is not null));
    }

    /// <summary>Inputs also must be permitted after those that are in flight.</summary>
    public bool PermitsInput(E sample) =>
        Permits(sample) && InFlight.Values.All(earlier => After(earlier) is { } after && after.TrueForAll(w => model.Next(w.State, sample) is not null));

    public void Step(E e) => worlds = After(e)!;

    /// <summary>A step if every combination has one.</summary>
    public bool TryStep(E e)
    {
        if (IsStopped || After(e) is not { } after) return false;
        worlds = after;
        return true;
    }

    /// <summary>An output whose outcome is unknown until it is decided.</summary>
    public void Branch(int operation, E e)
    {
        worlds = Distinct([.. worlds.Select(w => w.Assuming(operation, '-')), .. After(e)!.Select(w => w.Assuming(operation, '+'))]);
        if (worlds.Count > mostOutcomes) Stop();
    }

    public void Decide(int operation, bool happened) =>
        worlds = Distinct(worlds.Where(w => !w.Outcomes.Contains(World.Text(operation, happened ? '-' : '+'), StringComparison.Ordinal)).Select(w => w.Without(operation)));

    public void Forget(int operation) => worlds = Distinct(worlds.Select(w => w.Without(operation)));

    public void Stop() => IsStopped = true;

    public void Anchor() => worlds = [new(model.Initial, "")];

    private List<World>? After(E e)
    {
        var after = new List<World>();
        foreach (var world in worlds)
        {
            if (model.Next(world.State, e) is not { } next) return null;
            after.Add(world with { State = next });
        }

        return Distinct(after);
    }

    private bool IsUnchanged(List<World> after) => worlds is [{ Outcomes: "" }] && after[0] == worlds[0];

    private static List<World> Distinct(IEnumerable<World> all) => [.. all.Distinct()];

    /// <param name="State">The state.</param>
    /// <param name="Outcomes">For each output in flight whether it is assumed to have happened, as text.</param>
    private sealed record World(Meter.State State, string Outcomes)
    {
        public static string Text(int operation, char outcome) => $"({operation}{outcome})";

        public World Assuming(int operation, char outcome) => this with { Outcomes = Outcomes + Text(operation, outcome) };

        public World Without(int operation) =>
            this with { Outcomes = Outcomes.Replace(Text(operation, '+'), "", StringComparison.Ordinal).Replace(Text(operation, '-'), "", StringComparison.Ordinal) };
    }
}
