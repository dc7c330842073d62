namespace Igloo.Exploring.Liveness;

/// <summary>A liveness property with its verdict.</summary>
/// <param name="Property">The property.</param>
/// <param name="Verdict">What is known of it.</param>
public sealed record LivenessResult(ModelProperty Property, LivenessVerdict Verdict)
{
    /// <summary>The verdict in words; a refutation with its run.</summary>
    public override string ToString()
    {
        if (Verdict is LivenessVerdict.Holds) return $"HOLDS  {Property.FullName}";
        if (Verdict is LivenessVerdict.Unknown unknown) return $"UNKNOWN  {Property.FullName}: {unknown.Reason}";
        var (arguments, lasso) = (LivenessVerdict.Refuted)Verdict;
        var lines = new List<string> { $"REFUTED  {Property.FullName}" };
        if (!arguments.IsEmpty) lines.Add($"  with {string.Join(", ", arguments)}");
        if (Property.Summary.Length > 0) lines.Add($"  Meaning  \"{Property.Summary}\"");
        lines.Add(lasso.ToString());
        if (Property.Source is { } source) lines.Add($"     at {Property.FullName} in {source.File}:line {source.Line}");
        return string.Join('\n', lines);
    }
}
