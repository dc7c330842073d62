namespace Igloo.Monitoring.Health;

/// <summary>Looks at the state's size from time to time, and finds the fields that only grow.</summary>
/// <typeparam name="TState">States of the component.</typeparam>
internal sealed class StateGrowth<TState>
    where TState : class
{
    private const int GrownOften = 8;
    private const long Large = 1_000;
    private readonly Lock looking = new();
    private readonly Dictionary<string, (long Size, int Grown, bool IsSettled)> fields = [];

    /// <summary>A field that has grown each of the last times it changed, and is large by now; told once. Null if there is none.</summary>
    public (string Field, long Size)? Look(TState state)
    {
        lock (looking)
        {
            (string, long)? found = null;
            foreach (var (field, size) in StateSize<TState>.Fields(state))
            {
                var before = fields.GetValueOrDefault(field);
                var after = (Size: size, Grown: before.Grown + (size > before.Size ? 1 : 0), IsSettled: before.IsSettled || size < before.Size);
                if (!after.IsSettled && after.Grown >= GrownOften && size >= Large)
                {
                    after.IsSettled = true;
                    found ??= (field, size);
                }

                fields[field] = after;
            }

            return found;
        }
    }
}
