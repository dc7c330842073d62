using System.Collections.Immutable;
using System.Globalization;

namespace Igloo.Viewing;

/// <summary>What a link says: which instance, which run, and how to look at it. Everything a view depends on.</summary>
/// <param name="Model">The name of the model.</param>
/// <param name="Size">The size of the instance; null for the usual one.</param>
public sealed record ViewPath(string Model, int? Size)
{
    /// <summary>How many states around the current one a graph shows where the link does not say.</summary>
    public const int UsualReach = 24;

    /// <summary>The most states that a graph shows around the current one.</summary>
    public const int LargestReach = 400;

    /// <summary>Which of the instances of this size, where the model has several.</summary>
    public int Choice { get; init; }

    /// <summary>Which of the initial states.</summary>
    public int Initial { get; init; }

    /// <summary>The events of the run, each by its token (<see cref="EventToken"/>).</summary>
    public ImmutableArray<string> Steps { get; init; } = [];

    /// <summary>After how many events of the run the current state is; null for its end.</summary>
    public int? At { get; init; }

    /// <summary>What is shown beside states and events.</summary>
    public ViewTab Tab { get; init; }

    /// <summary>What the text of a listed event must contain; empty for anything.</summary>
    public string Find { get; init; } = "";

    /// <summary>How many states around the current one a graph shows.</summary>
    public int Reach { get; init; } = UsualReach;

    /// <summary>The number of events before the current state.</summary>
    public int Position => Math.Clamp(At ?? Steps.Length, 0, Steps.Length);

    /// <summary>Reads the query of a link: <c>model=RingSystem&amp;size=3&amp;run=k3f9xa.p02m1q&amp;tab=graph</c>.</summary>
    /// <param name="query">The query, with or without the question mark.</param>
    /// <exception cref="ViewPathException">It is malformed.</exception>
    public static ViewPath Parse(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var path = new ViewPath("", null);
        foreach (var part in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, text) = part.Split('=', 2) is [var n, var t] ? (n, Uri.UnescapeDataString(t.Replace('+', ' '))) : (part, "");
            path = name switch
            {
                "model" => path with { Model = text },
                "size" => path with { Size = Number(name, text, 1) },
                "choice" => path with { Choice = Number(name, text, 0) },
                "initial" => path with { Initial = Number(name, text, 0) },
                "run" => path with { Steps = [.. text.Split('.', StringSplitOptions.RemoveEmptyEntries)] },
                "at" => path with { At = Number(name, text, 0) },
                "tab" => path with { Tab = Enum.TryParse<ViewTab>(text, ignoreCase: true, out var tab) && Enum.IsDefined(tab) ? tab : throw new ViewPathException($"There is no tab '{text}'.") },
                "find" => path with { Find = text },
                "reach" => path with { Reach = Math.Min(Number(name, text, 1), LargestReach) },
                _ => path,
            };
        }

        return path;
    }

    /// <summary>The run cut at the current state and continued by one event.</summary>
    /// <param name="token">The token of the event.</param>
    public ViewPath Then(params IEnumerable<string> token) => this with { Steps = [.. Steps.Take(Position), .. token], At = null };

    /// <summary>The same run, looked at after so many events.</summary>
    /// <param name="position">The number of events before the state.</param>
    public ViewPath LookingAt(int position) => this with { At = position >= Steps.Length ? null : position };

    /// <summary>The query that <see cref="Parse"/> reads, without what is usual.</summary>
    public override string ToString()
    {
        var parts = new List<string> { $"model={Uri.EscapeDataString(Model)}" };
        if (Size is { } size) parts.Add($"size={Text(size)}");
        if (Choice > 0) parts.Add($"choice={Text(Choice)}");
        if (Initial > 0) parts.Add($"initial={Text(Initial)}");
        if (!Steps.IsEmpty) parts.Add($"run={string.Join('.', Steps.Select(Uri.EscapeDataString))}");
        if (At is { } at) parts.Add($"at={Text(at)}");
        if (Tab != default) parts.Add($"tab={Tab.ToString().ToLowerInvariant()}");
        if (Find.Length > 0) parts.Add($"find={Uri.EscapeDataString(Find)}");
        if (Reach != UsualReach) parts.Add($"reach={Text(Reach)}");
        return string.Join('&', parts);
    }

    /// <summary>Same link.</summary>
    /// <param name="other">The other path.</param>
    public bool Equals(ViewPath? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int Number(string name, string text, int least) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least
            ? number
            : throw new ViewPathException($"'{name}' is a whole number of at least {least}, not '{text}'.");
}
