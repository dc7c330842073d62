using Igloo.Monitoring.Permissions;

namespace Igloo.Monitoring.Policies;

/// <summary>Puts policies into the plans of events, after checking that each makes sense there.</summary>
internal static class PolicyTable
{
    /// <exception cref="ArgumentException">A case does not exist, or drops what must not be dropped.</exception>
    public static MonitorPolicies Apply<TEvent>(MonitorPolicies policies, IReadOnlyCollection<EventPlan<TEvent>> plans)
        where TEvent : class
    {
        if (policies.Events.Keys.FirstOrDefault(name => plans.All(p => p.CaseType.Name != name)) is { } unknown)
        {
            throw new ArgumentException($"There is a policy for {unknown}, which is none of the events {string.Join(", ", plans.Select(p => p.CaseType.Name))}.", nameof(policies));
        }

        foreach (var plan in plans.Where(p => policies.Of(p.CaseType.Name) == ViolationPolicy.Drop)) RequireDroppable(plan, policies);
        foreach (var plan in plans) plan.Policy = policies.Of(plan.CaseType.Name);
        return policies;
    }

    private static void RequireDroppable<TEvent>(EventPlan<TEvent> plan, MonitorPolicies policies)
        where TEvent : class
    {
        var name = plan.CaseType.Name;
        if (plan.IsInternal) throw new ArgumentException($"{name} is internal and cannot be dropped: it has happened in the program. Choose another policy for it.", nameof(policies));
        if (plan.HasInputs && !plan.MayLoseInput)
        {
            throw new ArgumentException($"{name} cannot be dropped: the operation {plan.Signature.Operation!.Name} does not say that its environment may lose inputs.", nameof(policies));
        }
    }
}
