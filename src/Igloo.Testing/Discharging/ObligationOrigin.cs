using System.Collections.Concurrent;
using System.Collections.Immutable;
using Igloo.Proving;

namespace Igloo.Testing.Discharging;

/// <summary>
/// Where rows of obligations come from: a model, or all models of its assembly. What it owes is derived and decided once for all
/// tests of a process.
/// </summary>
internal sealed class ObligationOrigin
{
    private static readonly ConcurrentDictionary<(Type, bool), ObligationOrigin> Known = new();
    private static readonly ConcurrentDictionary<Obligation, ObligationOrigin> Origins = new(ReferenceEqualityComparer.Instance);

    private readonly Lazy<ImmutableDictionary<string, Obligation>> byId;
    private readonly Lazy<ImmutableDictionary<string, ObligationResult>> results;
    private readonly Lazy<ImmutableArray<Obligation>> obligations;

    private ObligationOrigin(Type marker, bool wholeAssembly)
    {
        obligations = new(() => wholeAssembly ? Proving.Obligations.Of(marker.Assembly) : Proving.Obligations.Of(marker));
        byId = new(() =>
        {
            foreach (var obligation in obligations.Value) Origins[obligation] = this;
            return obligations.Value.ToImmutableDictionary(o => o.Id);
        });
        results = new(() => Prover.DecideAll(obligations.Value).ToImmutableDictionary(r => r.Obligation.Id));
    }

    /// <summary>The obligations in their order.</summary>
    public ImmutableArray<Obligation> Obligations => obligations.Value;

    /// <summary>The origin for a model, or for the assembly of a type.</summary>
    public static ObligationOrigin Of(Type marker, bool wholeAssembly) =>
        Known.GetOrAdd((marker, wholeAssembly), static key => new ObligationOrigin(key.Item1, key.Item2));

    /// <summary>Where an obligation comes from, if it is a row of a test.</summary>
    public static ObligationOrigin? Find(Obligation obligation) => Origins.GetValueOrDefault(obligation);

    /// <summary>The obligation with an id.</summary>
    /// <exception cref="KeyNotFoundException">There is none: the model has changed since the tests were listed.</exception>
    public Obligation Obligation(string id) =>
        byId.Value.TryGetValue(id, out var obligation) ? obligation : throw new KeyNotFoundException($"There is no obligation {id} any more; list the tests again.");

    /// <summary>The verdict on an obligation and its premises. All of the origin are decided at the first call.</summary>
    public ObligationResult Result(Obligation obligation) => results.Value[obligation.Id];
}
