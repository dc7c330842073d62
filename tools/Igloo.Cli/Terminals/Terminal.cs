namespace Igloo.Cli.Terminals;

/// <summary>Where a command writes. Results go to <see cref="Out"/>, everything about the work itself to <see cref="Error"/>.</summary>
/// <param name="input">What the user types, opened by the commands that ask.</param>
/// <param name="output">Results.</param>
/// <param name="error">Errors and progress.</param>
/// <param name="outputStyle">Colours of results.</param>
/// <param name="errorStyle">Colours of errors.</param>
/// <param name="showsProgress">Whether a person watches <paramref name="error"/>.</param>
internal sealed class Terminal(Func<TextReader> input, TextWriter output, TextWriter error, Style outputStyle, Style errorStyle, bool showsProgress)
{
    /// <summary>What the user types.</summary>
    public TextReader In => input();

    /// <summary>Results.</summary>
    public TextWriter Out => output;

    /// <summary>Errors and progress.</summary>
    public TextWriter Error => error;

    /// <summary>Colours of results.</summary>
    public Style Style => outputStyle;

    /// <summary>Colours of errors.</summary>
    public Style ErrorStyle => errorStyle;

    /// <summary>Whether a person watches <see cref="Error"/>.</summary>
    public bool ShowsProgress => showsProgress;

    /// <summary>The console of this process: colour and progress only on a terminal, and no colour where NO_COLOR is set.</summary>
    public static Terminal OfProcess()
    {
        var colours = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            && Environment.GetEnvironmentVariable("TERM") != "dumb";
        return new Terminal(
            static () => Console.In,
            new StreamWriter(Console.OpenStandardOutput(), bufferSize: 4096) { AutoFlush = true },
            new StreamWriter(Console.OpenStandardError(), bufferSize: 1024) { AutoFlush = true },
            new Style(colours && !Console.IsOutputRedirected),
            new Style(colours && !Console.IsErrorRedirected),
            !Console.IsErrorRedirected);
    }

    /// <summary>A terminal without colours and progress that writes to the given writers, and reads nothing unless told what.</summary>
    public static Terminal Plain(TextWriter output, TextWriter error, TextReader? input = null) => new(() => input ?? TextReader.Null, output, error, new Style(false), new Style(false), false);
}
