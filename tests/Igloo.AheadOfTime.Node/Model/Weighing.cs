using Igloo.Components;

namespace Igloo.AheadOfTime.Node.Model;

/// <summary>Asks a scale; it says nothing that is lighter than the tare. Two outputs, and a typing of its own.</summary>
public sealed class Weighing : IoOperation<(Parcel Parcel, int Tare), int>
{
    /// <inheritdoc/>
    public override bool Returns((Parcel Parcel, int Tare) output, int input) => input >= output.Tare;
}
