using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;
using LeaderElection.Nodes;
using LeaderElection.Nodes.Wrong;

namespace LeaderElection.CommandLine;

/// <summary>Options with the ranges of their values, and one line for each value that is outside.</summary>
internal static class Options
{
    public static Option<ProgramKind?> Program(string description) =>
        Choice<ProgramKind?>("--program", description, new SortedDictionary<string, ProgramKind?>(StringComparer.Ordinal)
        {
            ["sequential"] = ProgramKind.Sequential,
            ["concurrent"] = ProgramKind.Concurrent,
        });

    public static Option<Misconduct> Fault(string description) => Choice("--fault", description, MisconductNames.All);

    public static Option<double> Rate(string name, string description, double value) => Number(name, description, value, 0, 1);

    public static Option<double> Milliseconds(string name, string description, double value, double smallest) =>
        Number(name, description, value, smallest, 60_000);

    public static Option<double> Seconds(string name, string description, double value) => Number(name, description, value, 0.001, 3_600);

    public static Option<T> Number<T>(string name, string description, T value, T smallest, T largest)
        where T : struct, INumber<T>
    {
        var option = new Option<T>(name) { Description = description, DefaultValueFactory = _ => value };
        option.CustomParser = result =>
        {
            var text = result.Tokens is [var token] ? token.Value : "";
            if (T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) && parsed >= smallest && parsed <= largest) return parsed;
            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} is '{text}', but must be from {smallest} to {largest}."));
            return default;
        };
        return option;
    }

    private static Option<T> Choice<T>(string name, string description, IReadOnlyDictionary<string, T> choices)
    {
        var names = string.Join(", ", choices.Keys);
        var option = new Option<T>(name) { Description = $"{description} ({names})", HelpName = "name" };
        option.CustomParser = result =>
        {
            var text = result.Tokens is [var token] ? token.Value : "";
            if (choices.TryGetValue(text, out var choice)) return choice;
            result.AddError($"{name} is '{text}', but must be one of: {names}.");
            return default!;
        };
        return option;
    }
}
