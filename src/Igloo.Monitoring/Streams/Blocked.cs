namespace Igloo.Monitoring.Streams;

/// <summary>Results of calls that waited on the thread of the caller, and so are over.</summary>
internal static class Blocked
{
    public static void End(ValueTask call)
    {
        Require(call.IsCompleted);
        call.GetAwaiter().GetResult();
    }

    public static T End<T>(ValueTask<T> call)
    {
        Require(call.IsCompleted);
        return call.GetAwaiter().GetResult();
    }

    private static void Require(bool isOver)
    {
        if (!isOver) throw new InvalidOperationException("A call that was to block has not ended.");
    }
}
