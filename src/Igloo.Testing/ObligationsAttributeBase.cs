using System.Reflection;
using Igloo.Testing.Discharging;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Igloo.Testing;

/// <summary>Gives a theory one row for each obligation. The test takes an <see cref="Proving.Obligation"/> and discharges it.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public abstract class ObligationsAttributeBase : DataAttribute
{
    private protected ObligationsAttributeBase()
    {
    }

    /// <inheritdoc/>
    public sealed override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        var (marker, wholeAssembly) = Origin(testMethod);
        return ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>(
        [
            .. ObligationOrigin.Of(marker, wholeAssembly).Obligations.Select(obligation =>
                new TheoryDataRow<ObligationRow>(new ObligationRow(marker, wholeAssembly, obligation)) { Label = obligation.ToString() }),
        ]);
    }

    /// <inheritdoc/>
    public sealed override bool SupportsDiscoveryEnumeration() => true;

    private protected abstract (Type Marker, bool WholeAssembly) Origin(MethodInfo testMethod);
}
