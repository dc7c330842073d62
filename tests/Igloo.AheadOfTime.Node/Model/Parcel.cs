using Igloo.Values;

namespace Igloo.AheadOfTime.Node.Model;

/// <summary>What is carried.</summary>
[Sort]
public readonly record struct Parcel(int Index);
