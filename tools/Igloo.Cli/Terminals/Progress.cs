using System.Diagnostics;

namespace Igloo.Cli.Terminals;

/// <summary>
/// One line about work under way, rewritten in place, from half a second on; erased at the end. Writes nothing where nobody watches.
/// </summary>
internal sealed class Progress : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly Lock gate = new();
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly TextWriter writer;
    private readonly Timer? timer;
    private string text;
    private bool isShown;
    private bool isDone;

    /// <param name="terminal">Where to show it.</param>
    /// <param name="text">What is being done.</param>
    public Progress(Terminal terminal, string text)
    {
        writer = terminal.Error;
        this.text = text;
        timer = terminal.ShowsProgress ? new Timer(_ => Show(), null, Patience, Interval) : null;
    }

    /// <summary>Says what is being done now.</summary>
    public void Report(string newText)
    {
        lock (gate)
        {
            text = newText;
        }
    }

    /// <summary>Erases the line.</summary>
    public void Dispose()
    {
        timer?.Dispose();
        lock (gate)
        {
            isDone = true;
            if (isShown)
            {
                writer.Write("\r\e[K");
            }
        }
    }

    private void Show()
    {
        lock (gate)
        {
            if (isDone)
            {
                return;
            }

            isShown = true;
            writer.Write($"\r\e[K{text} ... {watch.Elapsed.TotalSeconds:0} s");
        }
    }
}
