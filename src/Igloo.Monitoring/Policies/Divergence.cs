using System.Collections.Immutable;
using Igloo.Monitoring.Health;
using Igloo.Monitoring.Reports;

namespace Igloo.Monitoring.Policies;

/// <summary>What has gone wrong so far: the first violation is the verdict, and each cause is told once.</summary>
internal sealed class Divergence
{
    private readonly Dictionary<(ViolationKind Kind, string Event), long> causes = [];
    private long anchored;

    /// <summary>The verdict.</summary>
    public PermissionViolation? First { get; set; }

    /// <summary>Whether an action happened that the model does not have, and no anchor was passed since.</summary>
    public bool IsDiverged { get; private set; }

    /// <summary>Whether the program may be elsewhere than the model though nothing was wrong: an action that could not be decided happened, and no anchor was passed since.</summary>
    public bool IsUndecided { get; private set; }

    /// <summary>Counts an action that was not permitted.</summary>
    /// <returns>Whether this cause has not been told.</returns>
    public bool Count(ViolationKind kind, string eventName)
    {
        var times = causes.GetValueOrDefault((kind, eventName)) + 1;
        causes[(kind, eventName)] = times;
        return times == 1;
    }

    /// <summary>Such an action happened.</summary>
    /// <param name="isDecided">Whether it is certain that the model does not have it.</param>
    public void Diverge(bool isDecided)
    {
        IsDiverged = true;
        IsUndecided |= !isDecided && First is null;
    }

    /// <summary>The program has passed an anchor. What was told stays told, so that a program that diverges again and again floods nobody.</summary>
    /// <returns>Whether it is the first time.</returns>
    public bool Anchor()
    {
        (IsDiverged, IsUndecided) = (false, false);
        return ++anchored == 1;
    }

    public ImmutableArray<ViolationCause> Causes => [.. causes.Select(c => new ViolationCause(c.Key.Kind, c.Key.Event, c.Value))];
}
