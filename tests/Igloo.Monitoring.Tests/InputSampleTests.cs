using Igloo.Components;
using Igloo.Monitoring.Permissions;

namespace Igloo.Monitoring.Tests;

/// <summary>Inputs that stand for one that is not known yet.</summary>
public sealed class InputSampleTests
{
    [Fact]
    public void Number_that_may_be_missing_is_missing() =>
        Assert.Equal(new Measured(new Reading(null, "")), InputSamples.Of(typeof(Measured)));

    [Fact]
    public void Nothing_is_made_of_what_has_no_known_values() => Assert.Null(InputSamples.Of(typeof(Listed)));

    internal sealed record Reading(int? Value, string Unit);

    internal sealed record Measured([Input] Reading Reading);

    internal sealed record Listed([Input] IEnumerable<int> Values);
}
