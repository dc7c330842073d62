using Igloo.Monitoring.Permissions;

namespace Igloo.Monitoring.Policies;

/// <summary>Puts policies into the plans of events.</summary>
internal static class PolicyTable
{
    /// <exception cref="ArgumentException">A case does not exist, or drops what must not be dropped.</exception>
    public static MonitorPolicies Apply<TEvent>(MonitorPolicies policies, IReadOnlyCollection<EventPlan<TEvent>> plans)
        where TEvent : class
    {
        if (PolicyRules.Violation<TEvent>(policies) is { } violation) throw new ArgumentException(violation, nameof(policies));
        foreach (var plan in plans) plan.Policy = policies.Of(plan.CaseType.Name);
        return policies;
    }
}
