namespace Igloo.Endurance.Fuzzing;

/// <summary>Results of operations that must not wait, because nothing that they use does.</summary>
internal static class Finished
{
    public static void Of(ValueTask operation)
    {
        if (!operation.IsCompleted) throw new FuzzFailureException("The operation waits for ever.");
        operation.GetAwaiter().GetResult();
    }

    public static T Of<T>(ValueTask<T> operation) =>
        operation.IsCompleted ? operation.GetAwaiter().GetResult() : throw new FuzzFailureException("The operation waits for ever.");
}
