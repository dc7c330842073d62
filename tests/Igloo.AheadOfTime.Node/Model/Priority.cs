using Igloo.Theories;

namespace Igloo.AheadOfTime.Node.Model;

/// <summary>Parcels by their numbers.</summary>
public sealed class Priority : ITotalOrder<Parcel>
{
    /// <inheritdoc/>
    public bool Less(Parcel a, Parcel b) => a.Index < b.Index;
}
