using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace MetaTheorems.Sampling;

/// <summary>Tries a theorem on random cases under FsCheck. Every run prints how to repeat it and how many cases were no vacuous ones.</summary>
/// <remarks>Set IGLOO_REPLAY to the two numbers that a run prints to repeat it.</remarks>
public sealed class Theorem
{
    private const string ReplayVariable = "IGLOO_REPLAY";
    private readonly string name;
    private readonly string replay;
    private readonly int cases;
    private readonly int confirmed;
    private readonly (Sample Sample, string How)? failure;

    private Theorem(string name, string replay, int cases, int confirmed, (Sample, string)? failure) =>
        (this.name, this.replay, this.cases, this.confirmed, this.failure) = (name, replay, cases, confirmed, failure);

    /// <summary>Tries random cases until one contradicts the theorem; that one is shrunk.</summary>
    public static Theorem Try(string name, Func<Sample, Outcome> check, int cases = 200, int size = 4)
    {
        var outcomes = new List<Outcome>();
        Exception? thrown = null;
        var recorder = new Recorder();
        var start = Start();
        var config = Config.Default.WithMaxTest(cases).WithRunner(recorder).WithName(name)
            .WithReplay(FSharpOption<Replay>.Some(new Replay(start, FSharpOption<int>.None)));
        var samples = from n in Gen.Choose(1, size) from seed in Gen.Choose(0, int.MaxValue - 1) select new Sample(n, seed);
        FsCheck.Check.One(config, Prop.ForAll(Arb.From(samples, s => s.Smaller()), sample =>
        {
            try
            {
                outcomes.Add(check(sample));
            }
            catch (Exception exception)
            {
                thrown = exception;
                return false;
            }

            return outcomes[^1] is not Outcome.Contradicting;
        }));

        // A check that breaks down is neither a confirmation nor a refutation.
        if (thrown is not null) throw new InvalidOperationException($"{name} could not be tried on {recorder.Failed}.", thrown);

        return new(
            name,
            string.Create(CultureInfo.InvariantCulture, $"{start.Seed},{start.Gamma}"),
            outcomes.Count,
            outcomes.OfType<Outcome.Confirming>().Count(),
            recorder.Failed is { } failed ? (failed, check(failed) is Outcome.Contradicting(var how) ? how : "not reproducible") : null);
    }

    /// <summary>No case contradicts it, and at least this share of them is not vacuous.</summary>
    public void Holds(int floorPercent)
    {
        TestContext.Current.TestOutputHelper?.WriteLine(ToString());
        Assert.True(failure is null, ToString());
        Assert.True(confirmed * 100 >= cases * floorPercent, $"{this}\nToo many vacuous cases: the floor is {floorPercent} %.");
    }

    /// <summary>Some case contradicts what is no theorem. The search is long, so that it finds one.</summary>
    public static void Refute(string name, Func<Sample, Outcome> check)
    {
        var tried = Try(name, check, cases: 2_000);
        TestContext.Current.TestOutputHelper?.WriteLine(tried.ToString());
        Assert.True(tried.failure is not null, $"{tried}\nNothing refutes it.");
    }

    public override string ToString() =>
        $"{name}: {cases} cases, {confirmed} not vacuous ({100 * confirmed / Math.Max(1, cases)} %)"
        + (failure is var (sample, how) ? $"\nrefuted by {sample}: {how}" : "")
        + $"\nReplay  {ReplayVariable}={replay}";

    private static Rnd Start()
    {
        if (Environment.GetEnvironmentVariable(ReplayVariable)?.Split(',') is not [var seed, var gamma])
        {
            // An odd increment, as the generator needs.
            return new Rnd((ulong)System.Random.Shared.NextInt64(), (ulong)System.Random.Shared.NextInt64() | 1);
        }

        return new Rnd(ulong.Parse(seed, CultureInfo.InvariantCulture), ulong.Parse(gamma, CultureInfo.InvariantCulture));
    }
}
