using Igloo.Trimming;
using Igloo.Values;

namespace Igloo.IoSpecs;

/// <summary>How events read in messages.</summary>
public static class EventText
{
    /// <summary>With the names of parameters: <c>Send(To: @1, Id: 7)</c>.</summary>
    /// <param name="e">An event: a positional record.</param>
    public static string Named(object e) => Text(e, (name, value) => $"{name}: {value}");

    /// <summary>Without the names of parameters: <c>Send(@1, 7)</c>.</summary>
    /// <param name="e">An event: a positional record.</param>
    public static string Short(object e) => Text(e, (_, value) => value);

    private static string Text(object e, Func<string, string, string> argument)
    {
        ArgumentNullException.ThrowIfNull(e);
        var type = e.GetType().Kept();
        var constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).FirstOrDefault();
        var arguments = constructor?.GetParameters().Select(p => argument(p.Name!, ValueText.Of(type.GetProperty(p.Name!)?.GetValue(e)))) ?? [];
        return $"{type.Name}({string.Join(", ", arguments)})";
    }
}
