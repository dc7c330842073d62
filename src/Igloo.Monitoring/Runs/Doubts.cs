namespace Igloo.Monitoring.Runs;

/// <summary>Why a search that finds nothing proves nothing.</summary>
internal static class Doubts
{
    /// <param name="cases">The automatic events that may have happened with values that were not tried.</param>
    public static IEnumerable<string> OnUntried(IEnumerable<string> cases) => string.Join(", ", cases) is { Length: > 0 } names
        ? [$"{names} may have happened unseen, and was tried only over the values that occur in the component's state and its parameters; declare Automatic"]
        : [];
}
