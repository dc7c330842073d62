using Igloo.Cli.Diagnosis;
using Igloo.Cli.Targets;
using Igloo.Cli.Verifying;
using Igloo.Exploring;

namespace Igloo.Cli.Reporting;

/// <summary>
/// The assurance report: what follows for the running system, from which steps with which evidence, and what is merely assumed.
/// </summary>
/// <remarks>Igloo (OOPSLA 2020), sections 3.9 and 3.10: the implication (SOUND) and the trust base.</remarks>
/// <param name="verification">The verification that the evidence comes from.</param>
internal sealed class AssuranceReport(Verification verification)
{
    private readonly SoundnessSteps steps = new(verification);
    private readonly FailureEvidence failures = new(verification);
    private readonly RefinementChain chain = RefinementChain.Of(verification.Models, verification.Subjects.Select(s => s.Subject));

    /// <summary>The report in Markdown.</summary>
    public IEnumerable<string> Lines()
    {
        var models = verification.Models;
        IEnumerable<string>[] parts =
        [
            [
                $"# Assurance report: {Path.GetFileNameWithoutExtension(models.Path)}", "",
                $"Igloo {Machine.OwnVersion}, {Machine.Runtime}, {verification.Solver}, model {ModelFingerprint.Of(models.WithModels)}", "",
                Verdict(),
            ],
            Properties(),
            Section("From the program to the property (SOUND)",
            [
                "Programs that do no I/O but what the specifications permit, in the modelled environment, have only traces whose image under the",
                "mediators has the claimed properties. Each step of that argument, with its evidence:", "",
                .. Table(["step", "statement", "guarantee", "evidence"], steps.Rows(chain)),
            ]),
            Preimages(),
            Operations(),
            Section("Trust base: what no step shows", TrustBase.Of(verification, failures.Assumed())),
        ];
        return parts.SelectMany(p => p);
    }

    private string Verdict() => verification.Outcome switch
    {
        Outcome.Holds => "**Every obligation holds.** The properties below hold of the running system as far as the trust base can be trusted.",
        Outcome.Refuted => "**REFUTED.** At least one step does not hold: nothing follows for the running system. `igloo verify` shows why.",
        Outcome.Failed => "**NO VERDICT.** The solver and the compiled code disagree.",
        _ => "**UNKNOWN.** At least one step is open: nothing follows for the running system. `igloo verify` shows what.",
    };

    private IEnumerable<string> Properties()
    {
        var properties = Claims.Of(verification).ToList();
        return Section("Claimed trace properties", properties.Count == 0
            ? ["None. Only properties of traces are carried down to programs; an invariant of a model says nothing about them."]
            : Table(["property", "of", "meaning"], properties.Select(p => new[] { p.Name, p.Method.DeclaringType!.Name, p.Summary })));
    }

    private IEnumerable<string> Preimages()
    {
        foreach (var system in Claims.Of(verification).Select(p => p.Method.DeclaringType!).Distinct())
        {
            var rows = chain.PreimagesOf(system)
                .SelectMany(level => level.Preimages.OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new[] { g.Key, level.Level.Name, string.Join(", ", g) }))
                .ToList();
            var lines = rows.Count == 0
                ? [$"No system refines {system.Name}: its properties are carried to no program."]
                : Table([$"event of {system.Name}", "at the level of", "is what the mediators make of"], rows);
            foreach (var line in Section($"What counts as an event of {system.Name}", lines))
            {
                yield return line;
            }
        }
    }

    private IEnumerable<string> Operations()
    {
        var rows = failures.Signatures()
            .Select(o => new[]
            {
                o.Component.Name, o.Case.CaseType.Name, o.Case.Operation!.Name, o.Case.IsBlocking ? "may block for ever" : "always returns",
                o.Case.Operation.OnFailure.ToString().ToLowerInvariant(), failures.Of(o.Case),
            })
            .ToList();
        return rows.Count == 0 ? [] : Section("I/O operations", Table(["component", "event", "operation", "environment", "after a failure", "which is sound because"], rows));
    }

    private static IEnumerable<string> Section(string title, IEnumerable<string> lines) => ["", $"## {title}", "", .. lines];

    private static IEnumerable<string> Table(string[] heads, IEnumerable<string[]> rows) =>
    [
        $"| {string.Join(" | ", heads)} |",
        $"|{string.Concat(heads.Select(_ => "---|"))}",
        .. rows.Select(r => $"| {string.Join(" | ", r.Select(c => c.Replace("|", "\\|", StringComparison.Ordinal)))} |"),
    ];
}
