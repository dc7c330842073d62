using Igloo.Proving.Tests.Mutants;
using LeaderElection.Model;

namespace Igloo.Proving.Tests;

public sealed class ProverTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Proof_of_an_earlier_run_is_used_and_says_so()
    {
        var folder = Directory.CreateTempSubdirectory("igloo-cache-").FullName;
        try
        {
            var options = new ProverOptions { CacheFolder = folder };
            var first = Proved(Prover.Decide(Obligation, options, Cancellation));
            var second = Proved(Prover.Decide(Obligation, options, Cancellation));
            var otherLimit = Proved(Prover.Decide(Obligation, options with { ResourceLimit = 30_000_000 }, Cancellation));

            Assert.False(first.IsCached);
            Assert.True(second.IsCached);
            Assert.Equal(first.ResourceCount, second.ResourceCount);
            Assert.False(otherLimit.IsCached);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Refutation_is_never_cached()
    {
        var folder = Directory.CreateTempSubdirectory("igloo-cache-").FullName;
        try
        {
            var options = new ProverOptions { CacheFolder = folder };
            var broken = Verdicts.Find(typeof(RingAcceptingAll), "Accept keeps PassedOnlySmaller");
            Prover.Decide(broken, options, Cancellation);

            Assert.NotNull(Assert.IsType<Verdict.Refuted>(Prover.Decide(broken, options, Cancellation)).Counterexample.Model);
            Assert.Empty(Directory.GetFiles(folder, "*", SearchOption.AllDirectories));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Damaged_cache_is_ignored()
    {
        var folder = Directory.CreateTempSubdirectory("igloo-cache-").FullName;
        try
        {
            var options = new ProverOptions { CacheFolder = folder };
            Prover.Decide(Obligation, options, Cancellation);
            foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories)) File.WriteAllText(file, "Solver\nhalf");

            Assert.False(Proved(Prover.Decide(Obligation, options, Cancellation)).IsCached);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Proofs_are_stable_under_other_seeds()
    {
        var results = Prover.DecideAll(Obligations.Of(typeof(RingProtocolRefinesElection)), new ProverOptions { Stability = 3 }, cancellation: Cancellation);

        Assert.All(results, r => Assert.True(r.Holds, $"{r.Obligation}: {r.Summary}"));
        Assert.All(results, r => Assert.Equal(3, Proved(r.Verdict).Seeds));
    }

    [Fact]
    public void Second_solver_does_not_contradict_the_proofs()
    {
        var path = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Select(f => Path.Combine(f, "cvc5")).FirstOrDefault(File.Exists);
        Assert.SkipWhen(path is null, "cvc5 is not installed");
        var evidence = Proved(Prover.Decide(Obligation, new ProverOptions { CrossCheck = path }, Cancellation));

        Assert.StartsWith("cvc5", evidence.SecondSolver, StringComparison.Ordinal);
        Assert.True(evidence.SecondSolverAgreed > 0);
    }

    [Fact]
    public void Budget_that_does_not_suffice_is_unknown_with_advice_and_never_a_verdict()
    {
        var verdict = Prover.Decide(Obligation, new ProverOptions { ResourceLimit = 1 }, Cancellation);

        var unknown = Assert.IsType<Verdict.Unknown>(verdict);
        Assert.NotEmpty(unknown.Advice);
        Assert.NotEmpty(unknown.Reason);
    }

    [Fact]
    public void Verdict_and_work_are_the_same_in_every_run()
    {
        var first = Proved(Prover.Decide(Obligation, cancellation: Cancellation));
        var second = Proved(Prover.Decide(Verdicts.Find(typeof(RingProtocol), "Accept keeps PassedOnlySmaller"), cancellation: Cancellation));

        Assert.Equal(first.ResourceCount, second.ResourceCount);
    }

    [Fact]
    public void Queries_are_left_as_SMT_LIB_files_if_asked_for()
    {
        var folder = Directory.CreateTempSubdirectory("igloo-dump-").FullName;
        try
        {
            Prover.Decide(Obligation, new ProverOptions { DumpFolder = folder }, Cancellation);

            Assert.Contains("(check-sat)", File.ReadAllText(Directory.GetFiles(folder, "*.smt2")[0]));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Cancellation_is_an_exception_and_no_verdict()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => Prover.DecideAll(Obligations.Of(typeof(RingProtocol)), cancellation: cancelled.Token));
    }

    private static Obligation Obligation => Verdicts.Find(typeof(RingProtocol), "Accept keeps PassedOnlySmaller");

    private static Evidence Proved(Verdict verdict) => Assert.IsType<Verdict.Proved>(verdict).Evidence;
}
