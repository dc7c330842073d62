using Igloo.Proving.Counterexamples;
using Igloo.Proving.Tests.Mutants;

namespace Igloo.Proving.Tests;

/// <summary>Elements of sets that differ in which of their parts is missing are different elements.</summary>
public sealed class MissingPartTests
{
    [Fact]
    public void Membership_of_one_is_not_that_of_the_other()
    {
        var refuted = Verdicts.Refuted(typeof(Rooms), "Leave keeps NobodyLeaves");

        Assert.Equal(Classification.RealBug, CounterexampleAnalysis.Analyse(refuted).Classification);
    }

    [Fact]
    public void Parts_may_be_of_different_types() => Assert.All(Verdicts.All(typeof(Parcels)), r => Assert.True(r.Holds, r.Summary));
}
