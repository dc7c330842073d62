using System.Collections.Immutable;
using Igloo.Monitoring.Policies;
using Microsoft.Extensions.Options;

namespace Igloo.Monitoring.Hosting;

/// <summary>Settings that name no event that there is not, and drop only what may be dropped.</summary>
internal sealed class MonitorSettingsValidation<TEvent>(string monitor) : IValidateOptions<MonitorSettings>
    where TEvent : class
{
    public ValidateOptionsResult Validate(string? name, MonitorSettings options)
    {
        if (name != monitor) return ValidateOptionsResult.Skip;
        if (options.Events.Values.Prepend(options.Policy).Cast<ViolationPolicy?>().FirstOrDefault(p => !Enum.IsDefined(p!.Value)) is { } unknown)
        {
            return ValidateOptionsResult.Fail($"Igloo monitor {monitor}: {unknown} is none of the policies {string.Join(", ", Enum.GetNames<ViolationPolicy>())}.");
        }

        return PolicyRules.Violation<TEvent>(new(options.Policy) { Events = options.Events.ToImmutableDictionary() }) is { } violation
            ? ValidateOptionsResult.Fail($"Igloo monitor {monitor}: {violation}")
            : ValidateOptionsResult.Success;
    }
}
