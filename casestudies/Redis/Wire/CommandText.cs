using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Redis.Model;

namespace Redis.Wire;

/// <summary>Between the arguments of a command, bytes as Latin-1 text, and the model's commands.</summary>
public static class CommandText
{
    // They change what replies or messages look like, or how many there are, and are not in the model.
    private static readonly HashSet<string> Unmodelled = new(StringComparer.OrdinalIgnoreCase)
    {
        "HELLO", "CLIENT", "MONITOR", "RESET", "PSUBSCRIBE", "PUNSUBSCRIBE", "SSUBSCRIBE", "SUNSUBSCRIBE", "SYNC", "PSYNC", "REPLCONF",
    };

    /// <summary>The command with some arguments, its name first.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <exception cref="ArgumentException">The command is not in the model.</exception>
    public static Command Command(params ReadOnlySpan<string> arguments) =>
        TryCommand(arguments) ?? throw new ArgumentException($"{string.Join(' ', arguments.ToArray())} is not in the model.", nameof(arguments));

    /// <summary>The command with some arguments, or null if it is not in the model.</summary>
    /// <param name="arguments">The arguments.</param>
    public static Command? TryCommand(params ReadOnlySpan<string> arguments)
    {
        if (arguments.IsEmpty || Unmodelled.Contains(arguments[0])) return null;
        var verb = VerbOf(arguments[0].ToUpperInvariant());
        // One channel, one reply.
        if (verb is Verb.Subscribe or Verb.Unsubscribe && arguments.Length != 2) return null;
        return new(verb, string.Join(' ', arguments.ToArray().Select(Escaped)));
    }

    /// <summary>The arguments of a command, or null where the text is not one that <see cref="Command"/> makes.</summary>
    /// <param name="command">The command.</param>
    public static ImmutableArray<string>? Arguments(Command command)
    {
        ArgumentNullException.ThrowIfNull(command);
        ImmutableArray<string> arguments = [.. command.Text.Split(' ').Select(Unescaped)];
        return TryCommand(arguments.AsSpan()) == command ? arguments : null;
    }

    private static Verb VerbOf(string name) => name switch
    {
        "PING" => Verb.Ping,
        "MULTI" => Verb.Multi,
        "EXEC" or "DISCARD" => Verb.End,
        "SUBSCRIBE" => Verb.Subscribe,
        "UNSUBSCRIBE" => Verb.Unsubscribe,
        "WATCH" => Verb.Watch,
        _ => Verb.Ordinary,
    };

    private static string Escaped(string argument)
    {
        if (argument.Length == 0) return "''";
        var text = new StringBuilder();
        foreach (var c in argument)
        {
            if (c is > ' ' and < '\x7F' and not '\\' and not '\'') text.Append(c);
            else text.Append(CultureInfo.InvariantCulture, $"\\{(int)c:X4}");
        }

        return text.ToString();
    }

    private static string Unescaped(string text)
    {
        if (text == "''") return "";
        var argument = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 5 <= text.Length && ushort.TryParse(text.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                argument.Append((char)code);
                i += 4;
            }
            else
            {
                argument.Append(text[i]);
            }
        }

        return argument.ToString();
    }
}
