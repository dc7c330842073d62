using System.Collections.Immutable;
using Igloo.Components;
using Igloo.IoSpecs;

namespace Igloo.Monitoring.Runs;

/// <summary>How events of composed systems read: <c>1: Receive(0) by Deliver(1, 0)</c>.</summary>
internal static class SystemEventText
{
    public static string Of(IComposition system, object e)
    {
        ImmutableArray<Participant> participants = [.. system.Participants(e)];
        var component = participants.FirstOrDefault(p => p.Index is not null);
        var environment = participants.FirstOrDefault(p => p.Index is null);
        return component is null ? EventText.Short(environment!.Event)
            : environment is null ? $"{component.Index}: {EventText.Short(component.Event)}"
            : $"{component.Index}: {EventText.Short(component.Event)} by {EventText.Short(environment.Event)}";
    }
}
