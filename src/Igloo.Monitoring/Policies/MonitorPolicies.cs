using System.Collections.Immutable;

namespace Igloo.Monitoring.Policies;

/// <summary>What a monitor does with actions that are not permitted, for each event case. Immutable; a monitor takes over another one at any time.</summary>
/// <param name="Default">The policy of the cases that are not named.</param>
public sealed record MonitorPolicies(ViolationPolicy Default = ViolationPolicy.Enforce)
{
    /// <summary>The policies of single event cases, by their names.</summary>
    public ImmutableDictionary<string, ViolationPolicy> Events { get; init; } = ImmutableDictionary<string, ViolationPolicy>.Empty;

    /// <summary>These policies with another one for an event case.</summary>
    /// <typeparam name="TCase">The event case.</typeparam>
    /// <param name="policy">Its policy.</param>
    public MonitorPolicies With<TCase>(ViolationPolicy policy) => this with { Events = Events.SetItem(typeof(TCase).Name, policy) };

    /// <summary>The policy of an event case.</summary>
    /// <param name="caseName">The name of the case.</param>
    public ViolationPolicy Of(string caseName) => Events.GetValueOrDefault(caseName, Default);

    // Among bytes that are no event, events cannot be told apart any more: where one of both policies lets nothing through, nothing goes.
    internal ViolationPolicy OfBytes(Type? sentCase)
    {
        ViolationPolicy[] both = [Default, sentCase is null ? Default : Of(sentCase.Name)];
        return both.Contains(ViolationPolicy.Enforce) ? ViolationPolicy.Enforce : both.Contains(ViolationPolicy.Drop) ? ViolationPolicy.Drop : Default;
    }

    /// <summary>The same policy for all event cases.</summary>
    /// <param name="policy">The policy.</param>
    public static implicit operator MonitorPolicies(ViolationPolicy policy) => new(policy);
}
