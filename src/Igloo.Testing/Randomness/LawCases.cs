using System.Globalization;

namespace Igloo.Testing.Randomness;

/// <summary>Tries the random cases of a law, each with a seed of its own, until one breaks it or does not end.</summary>
/// <param name="law">The name of the law.</param>
/// <param name="call">How a user calls the check.</param>
/// <param name="options">How many cases, or which.</param>
internal sealed class LawCases(string law, string call, CodecLawOptions options)
{
    /// <summary>Notes the calls of the user's code.</summary>
    public CodecWatch Watch { get; } = new(options.LongestCall, options.LongestCheck);

    /// <exception cref="ModelFailureException">The law is broken, or nothing was tested.</exception>
    /// <exception cref="FormatException">The replay text is malformed.</exception>
    public CodecLawReport Run(object codec, Func<Random, string?> broken, Func<CodecLawReport> report, Func<CodecLawReport, string> nothing)
    {
        var seed = options.Replay is { } replay ? int.Parse(replay, CultureInfo.InvariantCulture) : Random.Shared.Next();
        var count = options.Replay is null ? options.Count : 1;
        var tried = 0;
        string? found = null;
        var endless = Watch.Run(() =>
        {
            while (tried < count && (found = broken(new Random(unchecked(seed + tried)))) is null) tried++;
        });
        if ((endless ?? found) is { } reason)
        {
            throw new ModelFailureException(
                $"""
                {codec.GetType().Name.Split('`')[0]} breaks the {law} in case {tried + 1}: {reason}
                Replay  {call}, new() {"{"} Replay = "{unchecked(seed + tried).ToString(CultureInfo.InvariantCulture)}" {"}"});
                """);
        }

        var covered = report();
        return covered.Frames > 0 || options.Replay is not null ? covered : throw new ModelFailureException(nothing(covered));
    }
}
