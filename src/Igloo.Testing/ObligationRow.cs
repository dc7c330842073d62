using Igloo.Proving;
using Igloo.Testing.Discharging;
using Xunit.Sdk;

namespace Igloo.Testing;

/// <summary>An obligation as a row of a theory: xunit keeps its id, and finds the obligation again when the test runs.</summary>
public sealed class ObligationRow : IXunitSerializable
{
    private string marker = "";
    private string id = "";
    private string text = "";
    private bool wholeAssembly;

    /// <summary>For xunit, which then reads the row.</summary>
    public ObligationRow()
    {
    }

    internal ObligationRow(Type marker, bool wholeAssembly, Obligation obligation)
    {
        this.marker = marker.AssemblyQualifiedName!;
        this.wholeAssembly = wholeAssembly;
        id = obligation.Id;
        text = obligation.ToString();
    }

    /// <summary>The obligation.</summary>
    public Obligation Obligation => ObligationOrigin.Of(Type.GetType(marker, throwOnError: true)!, wholeAssembly).Obligation(id);

    /// <summary>Lets a test take the obligation itself.</summary>
    /// <param name="row">The row.</param>
    public static implicit operator Obligation(ObligationRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Obligation;
    }

    /// <summary>The obligation; the same as the conversion.</summary>
    /// <param name="row">The row.</param>
    public static Obligation ToObligation(ObligationRow row) => row;

    /// <inheritdoc/>
    public void Serialize(IXunitSerializationInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        info.AddValue(nameof(marker), marker);
        info.AddValue(nameof(wholeAssembly), wholeAssembly);
        info.AddValue(nameof(id), id);
        info.AddValue(nameof(text), text);
    }

    /// <inheritdoc/>
    public void Deserialize(IXunitSerializationInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        marker = info.GetValue<string>(nameof(marker)) ?? "";
        wholeAssembly = info.GetValue<bool>(nameof(wholeAssembly));
        id = info.GetValue<string>(nameof(id)) ?? "";
        text = info.GetValue<string>(nameof(text)) ?? "";
    }

    /// <summary>The name of the obligation with its class.</summary>
    public override string ToString() => text;
}
