using System.Globalization;

namespace Igloo.Endurance.Fuzzing;

/// <summary>How often each kind of behaviour was reached.</summary>
internal sealed class Coverage
{
    private readonly Dictionary<string, long> times = new(StringComparer.Ordinal);

    public void Count(string behaviour) => times[behaviour] = times.GetValueOrDefault(behaviour) + 1;

    public long Times(string behaviour) => times.GetValueOrDefault(behaviour);

    public override string ToString() => string.Join(", ", times.OrderByDescending(t => t.Value).Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Key} {t.Value:N0}")));
}
