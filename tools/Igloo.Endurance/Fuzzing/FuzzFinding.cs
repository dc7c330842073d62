namespace Igloo.Endurance.Fuzzing;

/// <summary>A failing input, as small as it was made, and where it is kept.</summary>
internal sealed record FuzzFinding(FuzzCase Case, string Failure, string File)
{
    public override string ToString() =>
        $"""
        FAILED {Case.Target}, seed {Case.Seed}: {Failure}
          Input   {Case.Input.Length} bytes {Convert.ToHexString(Case.Input.AsSpan(0, Math.Min(Case.Input.Length, 64)))}
          Replay  dotnet run -c Release --project tools/Igloo.Endurance replay {File}
        """;
}
