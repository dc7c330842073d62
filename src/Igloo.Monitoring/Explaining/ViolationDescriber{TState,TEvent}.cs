using System.Collections.Immutable;
using System.Reflection;
using Igloo.Components;
using Igloo.IoSpecs;
using Igloo.Monitoring.Permissions;
using Igloo.Monitoring.Reports;
using Igloo.Trimming;
using Igloo.Values;

namespace Igloo.Monitoring.Explaining;

/// <summary>Says what was refused, what would have been permitted, and why.</summary>
internal sealed class ViolationDescriber<TState, TEvent>(
    Component<TState, TEvent> component, string name)
    where TState : class
    where TEvent : class
{
    private readonly string model = ModelIdentity.Of(component.GetType());
    private readonly CandidateValues parameters = CandidateValues.From(component);

    public PermissionViolation Describe(
        ViolationKind kind, TState state, TEvent? attempted, string text, string channel, int bytes, Exception? fault, TEvent? disabled, bool isFirst, ViolationPolicy policy, EventHistory<TState, TEvent> history)
    {
        var candidates = parameters.Copy().Add(state).Add(attempted);
        var built = candidates.Copy().AddBuilt(typeof(TEvent));
        var nearest = kind is ViolationKind.NotPermitted or ViolationKind.Ghost && attempted is not null ? Nearest(state, attempted, candidates, built) : "";
        return new PermissionViolation
        {
            Kind = kind,
            Component = name,
            Channel = channel,
            Bytes = bytes,
            Attempted = text,
            Permitted = attempted is null ? [] : Permitted(state, attempted, candidates) is { IsEmpty: false } permitted ? permitted : Permitted(state, attempted, built),
            Because = Because(kind, state, attempted, fault, disabled, history),
            Nearest = nearest,
            Advice = nearest.Length > 0 ? "" : Advice.On(kind),
            History = history.Lines(),
            When = $"{history.SinceLast()}; {(kind == ViolationKind.Inconclusive ? "no violation" : isFirst ? "first violation since start" : "not the first violation")}",
            Policy = PolicyText(kind, policy, attempted),
            Model = model,
            AfterDivergence = !isFirst && policy is ViolationPolicy.Observe,
            IsRefused = policy is ViolationPolicy.Enforce or ViolationPolicy.Drop,
        };
    }

    // Values that occur make better examples than values that are put together.
    private string Nearest(TState state, TEvent attempted, params ReadOnlySpan<CandidateValues> selections)
    {
        foreach (var candidates in selections)
        {
            if (new NearestPermission<TState, TEvent>(component, candidates).Find(state, attempted) is { Length: > 0 } found) return found;
        }

        return "";
    }

    private ImmutableArray<string> Permitted(TState state, TEvent attempted, CandidateValues candidates)
    {
        var named = EventSignature.Of(attempted.GetType());
        return named.Parameters.Any(p => p.IsInput)
            ? []
            : [.. EnabledEvents.Of(component, state, attempted.GetType(), candidates).Select(e => EventText.Named(e)).Distinct()];
    }

    private ImmutableArray<string> Because(ViolationKind kind, TState state, TEvent? attempted, Exception? fault, TEvent? disabled, EventHistory<TState, TEvent> history) => kind switch
    {
        ViolationKind.Stopped => ["a failed operation, or too many unknown outcomes, has ended its permissions"],
        ViolationKind.DisablesInput => [$"{EventText.Short(disabled!)} is in flight and would lose its permission", .. Facts(state, history)],
        ViolationKind.ModelFault => [$"{fault?.GetType().Name}: {fault?.Message}", .. Facts(state, history)],
        ViolationKind.Inconclusive => ["none of the states that were kept enables it, and others were left out; one that was kept:", .. Facts(state, history)],
        ViolationKind.NoEvent => ["the bytes are no event of the model"],
        _ when attempted is null => Facts(state, history),
        _ when GuardExplanation.Of(component, state, attempted, name => Since(state, name, history)) is { Length: > 0 } explanation => [.. explanation.Split('\n')],
        _ => [$"{component.GetType().Name}.Next does not enable it in this state", .. Facts(state, history)],
    };

    private static string Since(TState state, string field, EventHistory<TState, TEvent> history) =>
        typeof(TState).Kept().GetProperty(field) is { } property ? history.Since(s => property.GetValue(s), state) : "";

    private static ImmutableArray<string> Facts(TState state, EventHistory<TState, TEvent> history) =>
        [.. typeof(TState).Kept().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.GetIndexParameters().Length == 0)
            .Select(p => $"{p.Name} = {ValueText.Of(p.GetValue(state))}{history.Since(s => p.GetValue(s), state)}")];

    // An ordered connection takes nothing more after a refused write.
    private static string PolicyText(ViolationKind kind, ViolationPolicy policy, TEvent? attempted) => (kind, policy) switch
    {
        (_, ViolationPolicy.Enforce) when attempted is not null && EventSignature.Of(attempted.GetType()).Operation?.OnFailure == FailureContract.Stop =>
            "Enforce: exception to the caller, model state unchanged",
        (ViolationKind.Ghost or ViolationKind.Abstraction, ViolationPolicy.Enforce) => "Enforce: exception to the caller, model state unchanged",
        (_, ViolationPolicy.Enforce) => "Enforce: exception to the caller, model state unchanged, connection kept",
        (_, ViolationPolicy.Drop) => "Drop: the action does not happen and the caller is not told, model state unchanged; reported once a cause",
        _ => "Observe: the action happens, model state unchanged; later events are after divergence; reported once a cause",
    };
}
