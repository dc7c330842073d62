using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Igloo.Exploring;
using Igloo.Proving.Counterexamples.Classifying;
using Igloo.Proving.Counterexamples.Decoding;
using Igloo.Proving.Counterexamples.Explaining;
using Igloo.Proving.Counterexamples.Replaying;
using Igloo.Proving.Symbolic;

namespace Igloo.Proving.Counterexamples;

/// <summary>
/// Makes counterexamples readable: decodes the solver's model to C# values, runs the compiled model on them, explains what fails, and
/// tells a bug from a missing invariant, a missing axiom and a defect of ours.
/// </summary>
public static class CounterexampleAnalysis
{
    /// <summary>Analyses a counterexample. Deterministic.</summary>
    /// <param name="counterexample">What the prover found.</param>
    /// <param name="options">What it may spend; null for the defaults.</param>
    public static CounterexampleReport Analyse(Counterexample counterexample, AnalysisOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(counterexample);
        if (counterexample.Model is null) return Impossible(counterexample);
        // Values of a scene declare symbols in its vocabulary when they are looked at, and several counterexamples may share one.
        lock (counterexample.Scene.Vocabulary) return Decode(counterexample with { Scene = SceneOrder.Normalised(counterexample.Scene) }, options ?? AnalysisOptions.Default);
    }

    private static CounterexampleReport Decode(Counterexample counterexample, AnalysisOptions options)
    {
        var evaluation = new Evaluation(counterexample.Scene.Vocabulary);
        try
        {
            var world = new World(counterexample.Scene, counterexample.Model!, new TheoryOperations(evaluation).Apply);
            var scene = new DecodedScene(world);
            var replay = Replay.Run(counterexample, scene);
            return new ReportBuilder(counterexample, scene, replay, new Explanation(counterexample, scene, evaluation)).Build(
                Investigation.Of(counterexample, scene, replay, options));
        }
        catch (NotRepresentableException exception)
        {
            return Skeleton(counterexample, Classification.Undecided) with
            {
                Replay = ReplayStatus.NotPossible,
                ReplayDetail = exception.Message,
                Reasons = ["It could not be decoded, so it was not looked for in instances."],
            };
        }
    }

    internal static CounterexampleReport Skeleton(Counterexample counterexample, Classification classification)
    {
        var obligation = counterexample.Obligation;
        var clause = counterexample.Conjunct?.Source ?? obligation.Source;
        return new CounterexampleReport
        {
            Id = ShortHash(obligation.Id),
            ObligationId = obligation.Id,
            Name = obligation.Name,
            Kind = obligation.Kind,
            Subject = Vocabulary.NameOf(obligation.Subject),
            Classification = classification,
            Failure = counterexample.Failure,
            Source = SourcePlace.Of(clause, Vocabulary.NameOf(obligation.Subject)),
            IsSmallest = counterexample.IsSmallest,
            Replay = ReplayStatus.NotPossible,
            ReplayDetail = "There is nothing to run.",
        };
    }

    internal static string ShortHash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..6];

    private static CounterexampleReport Impossible(Counterexample counterexample) =>
        Skeleton(counterexample, Classification.Impossible) with { Colliding = Collision.Of(counterexample.Obligation) };
}
