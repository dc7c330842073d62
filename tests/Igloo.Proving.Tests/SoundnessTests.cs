using Igloo.Proving.Logic;
using Igloo.Proving.Tests.Mutants;
using LeaderElection.Model;

namespace Igloo.Proving.Tests;

/// <summary>Ways in which a verdict could say more than was shown.</summary>
public sealed class SoundnessTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("igloo-soundness-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Trace_property_of_the_top_is_carried_down_to_the_composition_on_the_strength_of_every_step()
    {
        var results = Verdicts.All(typeof(RingSystemIsInterface));
        var carried = results.Single(r => r.Obligation.Name == "ElectsOnce of Election holds of RingSystem");

        Assert.Equal("Proved", carried.Summary);
        Assert.Equal(
            [
                "Election.ElectsOnce", "RingInterfaceRefinesProtocol.simulation", "RingProtocolRefinesElection.simulation",
                "RingSystemIsInterface.Elect of Election has a preimage", "RingSystemIsInterface.simulation",
            ],
            carried.Obligation.Premises.Select(p => p.ToString()).Where(p => !p.EndsWith("axioms", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Contains(results, r => r.Obligation.Name == "Elect of Election has a preimage" && r.Obligation.Subject == typeof(RingSystemIsInterface) && r.Holds);
    }

    [Theory]
    [InlineData(typeof(ElectMappedToSkip), "ElectsOnce of Election holds of RingInterface", "ElectMappedToSkip.Elect of Election has a preimage")]
    [InlineData(typeof(SetupMappedToSetup), "ElectsOnce of Election holds of RingInterface", "SetupMappedToSetup.simulation")]
    public void Trace_property_is_not_carried_over_a_step_that_does_not_hold(Type refinement, string name, string missing)
    {
        var carried = Verdicts.All(refinement).Single(r => r.Obligation.Name == name && r.Obligation.Subject == refinement);

        Assert.False(carried.Holds);
        Assert.Contains(missing, carried.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Trace_property_is_not_carried_if_a_step_is_not_among_what_was_decided()
    {
        var alone = Obligations.Of(typeof(RingSystemIsInterface)).Where(o => o.Subject != typeof(RingProtocolRefinesElection));
        var carried = Prover.DecideAll(alone, cancellation: Cancellation).Single(r => r.Obligation.Name == "ElectsOnce of Election holds of RingSystem");

        Assert.Equal("Proved assuming RingProtocolRefinesElection.simulation", carried.Summary);
    }

    [Fact]
    public void Lemmas_do_not_prove_each_other()
    {
        var results = Verdicts.All(typeof(CircularLemmas));

        Assert.IsType<Verdict.Refuted>(results.Single(r => r.Obligation.Name == "NeverFive follows").Verdict);
        Assert.Equal("Proved assuming CircularLemmas.IsSmall, CircularLemmas.NeverFive", results.Single(r => r.Obligation.Name == "NeverFiveAgain follows").Summary);
        Assert.DoesNotContain(results, r => r.Holds && r.Obligation.Kind == ObligationKind.Lemma);
    }

    [Fact]
    public void Arithmetic_that_no_solver_decides_is_never_a_success_and_ends()
    {
        // The solver does not count all of its work on products, so either limit may be the one that stops it.
        var options = new ProverOptions { ResourceLimit = 2_000_000, Watchdog = TimeSpan.FromSeconds(3) };
        var failure = Record.Exception(() => Assert.NotEmpty(Assert.IsType<Verdict.Unknown>(Prover.Decide(Verdicts.Find(typeof(Cubes), "Try keeps NothingIsFound"), options, Cancellation)).Advice));

        if (failure is not null) Assert.Contains("Cubes: Try keeps NothingIsFound", Assert.IsType<ToolFailureException>(failure).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Watchdog_is_a_failure_of_the_tool_and_no_verdict()
    {
        var options = new ProverOptions { ResourceLimit = 0, Watchdog = TimeSpan.FromMilliseconds(300) };

        var failure = Assert.Throws<ToolFailureException>(() => Prover.Decide(Verdicts.Find(typeof(Cubes), "Try keeps NothingIsFound"), options, Cancellation));

        Assert.Contains("after 0.3 s and was stopped by force", failure.Message, StringComparison.Ordinal);
        Assert.Contains("nonlinear arithmetic", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Proof_of_a_model_does_not_serve_for_the_model_with_another_guard()
    {
        var options = new ProverOptions { CacheFolder = folder };
        Decide(typeof(RingProtocol), options);

        Assert.IsType<Verdict.Refuted>(Decide(typeof(RingAcceptingAll), options));
        Assert.False(Assert.IsType<Verdict.Proved>(Decide(typeof(RingAcceptingEqual), options)).Evidence.IsCached);
        Assert.True(Assert.IsType<Verdict.Proved>(Decide(typeof(RingProtocol), options)).Evidence.IsCached);
    }

    [Fact]
    public void Proof_under_other_limits_or_seeds_is_not_used()
    {
        var options = new ProverOptions { CacheFolder = folder };
        Decide(typeof(RingProtocol), options);

        Assert.IsType<Verdict.Unknown>(Decide(typeof(RingProtocol), options with { ResourceLimit = 1 }));
        Assert.False(IsCached(options with { Seed = 7 }));
        Assert.False(IsCached(options with { Stability = 2 }));
        Assert.False(IsCached(options with { LargestWorld = 3 }));
        Assert.True(IsCached(options));

        bool IsCached(ProverOptions o) => Assert.IsType<Verdict.Proved>(Decide(typeof(RingProtocol), o)).Evidence.IsCached;
    }

    [Theory]
    [InlineData("")]
    [InlineData("Solver\nZ3 4.8.12\n0\n-\n0\n1\n")]
    [InlineData("17\nZ3 4.8.12\n0\n1\n1\n1\n")]
    public void Damaged_proof_is_computed_again(string content)
    {
        var options = new ProverOptions { CacheFolder = folder };
        Decide(typeof(RingProtocol), options);
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories)) File.WriteAllText(file, content);

        Assert.False(Assert.IsType<Verdict.Proved>(Decide(typeof(RingProtocol), options)).Evidence.IsCached);
    }

    [Fact]
    public void Proof_filed_under_another_key_is_computed_again()
    {
        var options = new ProverOptions { CacheFolder = folder };
        Decide(typeof(RingProtocol), options);
        var proof = File.ReadAllText(Assert.Single(Directory.GetFiles(folder, "*", SearchOption.AllDirectories)));
        var own = options with { Seed = 7 };
        Decide(typeof(RingProtocol), own);
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories)) File.WriteAllText(file, proof);

        Assert.False(Assert.IsType<Verdict.Proved>(Decide(typeof(RingProtocol), own)).Evidence.IsCached);
    }

    [Fact]
    public void Files_of_all_obligations_are_read_by_the_second_solver_and_none_is_contradicted()
    {
        Assert.SkipWhen(Cvc5.Find() is null, "cvc5 is not installed");
        var results = Prover.DecideAll(Obligations.Of(typeof(LockServer.LockProtocolRefinesMutex)), new ProverOptions { DumpFolder = folder }, cancellation: Cancellation);
        var files = Directory.GetFiles(folder, "*.smt2");

        Assert.All(results, r => Assert.True(r.Holds, r.ToString()));
        Assert.True(files.Length > 20, $"{files.Length} files");
        foreach (var file in files)
        {
            var answer = Answer(file);
            Assert.True(answer is "unsat" or "sat" or "unknown", $"{Path.GetFileName(file)}: {answer}");
            var isPossibility = Path.GetFileName(file).StartsWith("Occurrence", StringComparison.Ordinal)
                || Path.GetFileName(file).StartsWith("Nonvacuity", StringComparison.Ordinal)
                || Path.GetFileName(file).StartsWith("Satisfiability", StringComparison.Ordinal)
                || Path.GetFileName(file).StartsWith("Preimage", StringComparison.Ordinal);
            Assert.NotEqual(isPossibility ? "unsat" : "sat", answer);
        }
    }

    private static string Answer(string file)
    {
        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("cvc5", ["--tlimit=2000", file]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEnd();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return output.Trim() is { Length: > 0 } text ? text.Split('\n')[0] : error.Contains("timeout", StringComparison.Ordinal) ? "unknown" : error;
    }

    private static Verdict Decide(Type model, ProverOptions options) => Prover.Decide(Verdicts.Find(model, "Accept keeps PassedOnlySmaller"), options, Cancellation);
}
