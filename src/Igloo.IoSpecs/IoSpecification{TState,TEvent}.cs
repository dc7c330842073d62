using System.Collections.Immutable;
using Igloo.Components;
using Igloo.IoSpecs.Assertions;
using Igloo.IoSpecs.Picturing;
using Igloo.IoSpecs.Printing;
using Igloo.IoSpecs.Processes;
using Igloo.IoSpecs.Splitting;

namespace Igloo.IoSpecs;

/// <summary>The I/O specification of a component, to be printed, walked, checked against traces and enforced.</summary>
/// <typeparam name="TState">States of the component.</typeparam>
/// <typeparam name="TEvent">Events of the component.</typeparam>
/// <remarks>
/// Igloo (OOPSLA 2020), sections 3.7 and 5: φ = emb(proc(E)). Internal events are ghost operations. As a process or an assertion it is
/// over the events of a given finite or countable universe; printed it is over all. In each form the events stand in one fixed
/// order: the cases as they are declared, those of one case as the universe gives them.
/// </remarks>
public sealed class IoSpecification<TState, TEvent>
    where TState : class
    where TEvent : class
{
    internal IoSpecification(Component<TState, TEvent> component) => Component = component;

    /// <summary>The component.</summary>
    public Component<TState, TEvent> Component { get; }

    /// <summary>The component as an I/O-guarded event system over a universe of events.</summary>
    /// <param name="universe">The events, each action at most once; those with one operation and output differ in their inputs.</param>
    /// <exception cref="ArgumentException">Two events are the same action, or an operation and output have no well-typed input among the events.</exception>
    public IoGuardedSystem<TState> Over(IEnumerable<TEvent> universe)
    {
        ArgumentNullException.ThrowIfNull(universe);
        var events = new OrderedDictionary<IoAction, TEvent>();
        foreach (var e in universe)
        {
            var action = IoAction.Of(e);
            if (!events.TryAdd(action, e)) throw new ArgumentException($"{e} and {events[action]} are the same action {action}.", nameof(universe));
        }

        // One representative for each operation and output: guards do not read inputs.
        var cases = EventCases.Of(typeof(TEvent));
        var groups = events.Values.OrderBy(e => cases.IndexOf(e.GetType())).GroupBy(e => (IoAction.Of(e).Operation, IoAction.Of(e).Output)).ToArray();
        // Ty is never empty (paper, section 5.1). Without a well-typed input nothing could be said of such an operation, and theorem 5.5 fails.
        if (groups.FirstOrDefault(g => !g.Any(Component<TState, TEvent>.IsWellTyped)) is { } untyped)
            throw new ArgumentException($"{untyped.Key.Operation}({Values.ValueText.Of(untyped.Key.Output)}) has no well-typed input among the events; Ty of an operation is never empty.", nameof(universe));
        var ordered = groups.Select(g => (g.Key, Event: g.First(Component<TState, TEvent>.IsWellTyped))).ToArray();
        var outputs = ordered.ToDictionary(o => o.Key, o => o.Event);
        return new(
            [.. ordered.Select(o => o.Key)],
            (s, operation, output) => outputs.TryGetValue((operation, output), out var e) && Component.Next(s, e) is not null,
            (s, action) => Component.Next(s, events[action]) ?? throw new InvalidOperationException($"The guard of {action.Operation} reads its input."),
            new Typing((operation, output, input) => events.TryGetValue(new(operation, output, input), out var e) && Component<TState, TEvent>.IsWellTyped(e)));
    }

    /// <summary>proc(E, s₀) over a universe of events.</summary>
    /// <param name="universe">The events.</param>
    public Process ToProcess(IEnumerable<TEvent> universe) => Over(universe).ToProcess(Component.Initial);

    /// <summary>φ = ∃ t. token(t) ⋆ P(t, p, s₀) over a universe of events.</summary>
    /// <param name="universe">The events.</param>
    public Assertion ToAssertion(IEnumerable<TEvent> universe) => Embedding.Of(ToProcess(universe));

    /// <summary>A split of the token over a universe of events: our extension, with its obligations.</summary>
    /// <param name="universe">The events.</param>
    /// <param name="isFirst">Whether an event is on the first side. The same for all inputs of an output, which are not known beforehand.</param>
    /// <exception cref="ArgumentException">Two events are the same action, or events that differ in their inputs only are on different sides.</exception>
    public TokenSplit<TState> Split(IEnumerable<TEvent> universe, Func<TEvent, bool> isFirst)
    {
        ArgumentNullException.ThrowIfNull(universe);
        ArgumentNullException.ThrowIfNull(isFirst);
        TEvent[] events = [.. universe];
        var sides = events.GroupBy(e => (IoAction.Of(e).Operation, IoAction.Of(e).Output)).ToDictionary(g => g.Key, g => g.Select(isFirst).Distinct().ToArray());
        if (sides.FirstOrDefault(s => s.Value.Length > 1) is { Value: not null } both)
        {
            throw new ArgumentException($"The inputs of {both.Key.Operation} do not decide the side: they are not known before it is invoked.", nameof(isFirst));
        }

        return new(Over(events), Component.Initial, events.Select(e => IoAction.Of(e)), (operation, output) => sides[(operation, output)][0]);
    }

    /// <summary>
    /// The specification as text with mathematical signs, in the form of the paper's figure 3, and what holds after an operation has
    /// failed.
    /// </summary>
    /// <exception cref="Terms.MissingTermsException">The component was compiled without the generator.</exception>
    public string Print()
    {
        var (phi, head, conjuncts) = new SpecificationWriter(Component, Notation.Unicode).Write(typeof(TEvent));
        return $"{phi}\n\n{head} =ν\n    {string.Join(" ⋆\n    ", conjuncts.Select(c => $"({c})"))}\n\nAfter a failure\n{FailureContractWriter.Text(typeof(TEvent))}\n";
    }

    /// <summary>The specification for Markdown, as LaTeX in a block of mathematics.</summary>
    /// <exception cref="Terms.MissingTermsException">The component was compiled without the generator.</exception>
    public string PrintMarkdown()
    {
        var (phi, head, conjuncts) = new SpecificationWriter(Component, Notation.Latex).Write(typeof(TEvent));
        var lines = string.Join(" \\star \\\\\n& ", conjuncts.Select(c => $"({c})"));
        return $"$$\n{phi}\n$$\n\n$$\n\\begin{{aligned}}\n{head} =_\\nu\\ & {lines}\n\\end{{aligned}}\n$$\n\n{FailureContractWriter.Markdown(typeof(TEvent))}\n";
    }

    /// <summary>What is permitted in a state, over the values that occur in it and in the parameters of the component.</summary>
    /// <param name="state">The state.</param>
    /// <param name="further">Further values to try.</param>
    public ImmutableArray<PermissionRow> Table(TState state, params IEnumerable<object> further)
    {
        var candidates = Candidates(state, further);
        return [.. EventCases.Of(typeof(TEvent)).Select(c => Row(state, c, candidates))];
    }

    /// <summary>
    /// The places and permissions in a picture, unfolded from the initial state over the values that occur in a state and in the
    /// parameters of the component.
    /// </summary>
    /// <param name="depth">How many permissions deep, at least 0.</param>
    /// <param name="mostPlaces">A place beyond which nothing more is unfolded.</param>
    /// <param name="further">Further values to try.</param>
    public PermissionPicture Picture(int depth, int mostPlaces = 100, params IEnumerable<object> further)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(depth);
        var values = further.ToArray();
        return new Unfolding<TState, TEvent>(Component, state => Candidates(state, values)).To(depth, mostPlaces);
    }

    private CandidateValues Candidates(TState state, IEnumerable<object> further) =>
        further.Aggregate(CandidateValues.From(Component).Add(state), (all, value) => all.Add(value));

    private PermissionRow Row(TState state, Type caseType, CandidateValues candidates)
    {
        var signature = EventSignature.Of(caseType);
        var enabled = EnabledEvents.Of(Component, state, caseType, candidates).ToArray();
        var texts = signature.Parameters.Any(p => p.IsInput)
            ? enabled.Select(e => WithoutInputs(signature, e)).Distinct()
            : enabled.Select(e => EventText.Named(e));
        return new(caseType.Name, signature.Operation?.Name, signature.IsBlocking, [.. texts.Order(StringComparer.Ordinal)])
        {
            IsTried = EnabledEvents.Instances(caseType, candidates).Any(),
        };
    }

    private static string WithoutInputs(EventSignature signature, TEvent e) =>
        $"{signature.CaseType.Name}({string.Join(", ", signature.Parameters.Select(p => $"{p.Name}: {(p.IsInput ? "?" : Values.ValueText.Of(p.Property.GetValue(e)))}"))})";
}
