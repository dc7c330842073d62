using Igloo.Exploring;
using Igloo.Exploring.Reducing;

namespace Igloo.Reducing.Tests;

/// <summary>Compares a reduced exploration with a full one.</summary>
internal static class Verdicts
{
    public static void AssertSame(Exploration full, ReducedExploration reduced)
    {
        Assert.True(reduced.Completeness is Completeness.Complete or Completeness.CutByValues, reduced.ToString());
        Assert.True(reduced.States <= full.States, $"{reduced}\n{full}");
        Assert.Equal(Refuted(full.Violations, reduced), Refuted(reduced.Violations, reduced));
        Assert.Equal(full.Goals.Where(g => g.IsReached).Select(g => g.Property.Name), reduced.Goals.Where(g => g.IsReached).Select(g => g.Property.Name));
        Assert.Equal(full.Deadlock is null, reduced.Deadlock is null);
    }

    private static IEnumerable<string> Refuted(IEnumerable<Violation> violations, ReducedExploration reduced) =>
        violations.Select(v => v.Name).Where(name => !reduced.NotDecided.Any(p => p.Name == name)).Order(StringComparer.Ordinal);
}
