using Igloo.Components;
using Igloo.IoSpecs;

namespace Igloo.Monitoring.Policies;

/// <summary>Which policies make sense for which events.</summary>
public static class PolicyRules
{
    /// <summary>Why policies do not fit a component; null if they do.</summary>
    /// <typeparam name="TEvent">Events of the component.</typeparam>
    /// <param name="policies">The policies.</param>
    public static string? Violation<TEvent>(MonitorPolicies policies)
        where TEvent : class
    {
        ArgumentNullException.ThrowIfNull(policies);
        var cases = EventCases.Of(typeof(TEvent));
        if (policies.Events.Keys.FirstOrDefault(name => cases.All(c => c.Name != name)) is { } unknown)
        {
            return $"There is a policy for {unknown}, which is none of the events {string.Join(", ", cases.Select(c => c.Name))}.";
        }

        return cases.Where(c => policies.Of(c.Name) == ViolationPolicy.Drop).Select(c => WhyNotDroppable(EventSignature.Of(c))).FirstOrDefault(why => why is not null);
    }

    /// <exception cref="ArgumentException">They do not fit the component.</exception>
    internal static MonitorPolicies Fitting<TEvent>(MonitorPolicies policies)
        where TEvent : class =>
        Violation<TEvent>(policies) is { } violation ? throw new ArgumentException(violation, nameof(policies)) : policies;

    private static string? WhyNotDroppable(EventSignature signature)
    {
        if (signature.IsInternal) return $"{signature.CaseType.Name} is internal and cannot be dropped: it has happened in the program. Choose another policy for it.";
        return signature.Parameters.Any(p => p.IsInput) && !signature.Operation!.MayLoseInput
            ? $"{signature.CaseType.Name} cannot be dropped: the operation {signature.Operation.Name} does not say that its environment may lose inputs."
            : null;
    }
}
