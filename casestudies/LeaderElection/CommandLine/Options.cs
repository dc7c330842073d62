using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using LeaderElection.Nodes;
using LeaderElection.Nodes.Wrong;

namespace LeaderElection.CommandLine;

/// <summary>Options with the ranges of their values.</summary>
internal static class Options
{
    public static Option<string?> Program(string description)
    {
        var option = new Option<string?>("--program") { Description = description };
        option.AcceptOnlyFromAmong("sequential", "concurrent");
        return option;
    }

    public static Option<string?> Fault(string description)
    {
        var option = new Option<string?>("--fault") { Description = $"{description}: {string.Join(", ", MisconductNames.All.Keys)}." };
        option.AcceptOnlyFromAmong([.. MisconductNames.All.Keys]);
        return option;
    }

    public static ProgramKind? ProgramOf(string? name) =>
        name switch { "sequential" => ProgramKind.Sequential, "concurrent" => ProgramKind.Concurrent, _ => null };

    public static Misconduct MisconductOf(string? name) => name is null ? Misconduct.None : MisconductNames.All[name];

    public static Option<double> Rate(string name, string description, double value) => Number(name, description, value, 0, 1);

    public static Option<double> Milliseconds(string name, string description, double value, double smallest) =>
        Number(name, description, value, smallest, 60_000);

    public static Option<double> Seconds(string name, string description, double value) => Number(name, description, value, 0.001, 3_600);

    public static void RequireRange<T>(OptionResult result, T smallest, T largest)
        where T : struct, IComparable<T>
    {
        // Not a number at all: reported by the parser.
        if (result.Tokens is not [var token] || !TryParse(token.Value, out T value)) return;
        if (value.CompareTo(smallest) < 0 || value.CompareTo(largest) > 0)
        {
            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{result.Option.Name} is {value}, but must be from {smallest} to {largest}."));
        }
    }

    private static Option<double> Number(string name, string description, double value, double smallest, double largest)
    {
        var option = new Option<double>(name) { Description = description, DefaultValueFactory = _ => value };
        option.Validators.Add(r => RequireRange(r, smallest, largest));
        return option;
    }

    private static bool TryParse<T>(string text, out T value)
    {
        try
        {
            value = (T)Convert.ChangeType(text, typeof(T), CultureInfo.InvariantCulture);
            return true;
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            value = default!;
            return false;
        }
    }
}
