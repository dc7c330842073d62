using System.Collections.Immutable;

namespace Igloo.Monitoring.Runs;

/// <summary>
/// Looks for an order of the recorded events of all components that the composed model accepts: program order for each component, and
/// what the environment model demands between them.
/// </summary>
/// <typeparam name="TSystemState">States of the composed model.</typeparam>
/// <typeparam name="TSystemEvent">Events of the composed model.</typeparam>
/// <typeparam name="TEnvironment">States of the environment.</typeparam>
/// <typeparam name="TEnvironmentEvent">Events of the environment.</typeparam>
/// <remarks>
/// A log may begin in the middle, with a state, where older files are gone. Then the environment may have done before what it can do with
/// that component over the values that occur; a run that needs such a step is accepted with it as an assumption, and one that does not fit
/// even so is inconclusive, for nobody knows what the environment held. Only a component that does what its own model does not is rejected.
/// </remarks>
public abstract class SystemRunCheck<TSystemState, TSystemEvent, TEnvironment, TEnvironmentEvent>
    where TSystemState : class
    where TSystemEvent : class
    where TEnvironment : class
    where TEnvironmentEvent : class
{
    private const int MostInternal = 200;

    private protected SystemRunCheck()
    {
    }

    /// <summary>
    /// Events that no log has and that may be inserted in a state, over-approximated: internal ones that the program does not report, and the
    /// environment's own. By default the environment's own are tried over the values that occur, and where there are any nothing is rejected for its sake.
    /// </summary>
    /// <remarks>Events that a component's model marks automatic are inserted in any case; see <c>Automatic</c> of the checks.</remarks>
    public Func<TSystemState, IEnumerable<TSystemEvent>>? Inserted { get; init; }

    /// <summary>
    /// Declares that no event of the environment disables another or changes what it does, as in a network of sets. Then the first order
    /// tried is as good as any, and the search is complete without going back over certain events. False by default.
    /// </summary>
    public bool EnvironmentIsMonotone { get; init; }

    /// <summary>The largest number of steps to try, in the order of the time stamps and then without them. A million by default.</summary>
    public int Budget { get; init; } = 1_000_000;

    private protected RunVerdict<TSystemEvent> Verdict(
        ComposedSystem<TSystemState, TSystemEvent, TEnvironment, TEnvironmentEvent> system,
        ImmutableArray<ComposedLog<TSystemState, TSystemEvent>> logs, IEnumerable<TSystemEvent> internalEvents, Func<IEnumerable<string>> doubts)
    {
        var isGuessing = Inserted is null && !system.AloneCases.IsEmpty;
        var run = new ComposedRun<TSystemState, TSystemEvent>
        {
            Initial = system.Model.Initial,
            Next = system.Next,
            Logs = logs,
            Inserted = Inserted,
            Alone = isGuessing ? system.Alone : null,
            IsMonotone = EnvironmentIsMonotone,
            Budget = Budget,
            Pool = () => Pool(system, internalEvents),
            Text = system.Text,
            Doubts = () => [.. doubts(), .. isGuessing ? [$"{string.Join(", ", system.AloneCases.Select(c => c.Name))} may happen without a component, tried over the values that occur only; declare {nameof(Inserted)}"] : Array.Empty<string>()],
        };
        return new RunJudgement<TSystemState, TSystemEvent>(run).Of(Search(run));
    }

    // Time stamps may find a run, and that counts whatever they are. That there is none, or none was found, is said by a search that has not seen them.
    private static RunSearch<TSystemState, TSystemEvent> Search(ComposedRun<TSystemState, TSystemEvent> run) =>
        new LinearExtension<TSystemState, TSystemEvent>(run, isByTime: true).Search() is { IsFound: true } found ? found
        : new LinearExtension<TSystemState, TSystemEvent>(run, isByTime: false).Search();

    private static (ImmutableArray<TSystemEvent> Events, bool IsWhole) Pool(ComposedSystem<TSystemState, TSystemEvent, TEnvironment, TEnvironmentEvent> system, IEnumerable<TSystemEvent> internalEvents)
    {
        ImmutableArray<TSystemEvent> hidden = [.. internalEvents.Take(MostInternal + 1)];
        var (events, isWhole) = system.EnvironmentEvents();
        return ([.. hidden.Take(MostInternal), .. events], isWhole && hidden.Length <= MostInternal);
    }
}
