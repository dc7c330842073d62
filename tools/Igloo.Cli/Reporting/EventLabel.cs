namespace Igloo.Cli.Reporting;

/// <summary>The name of an event's case, with that of the event it carries: <c>Internal(Elect)</c>.</summary>
internal static class EventLabel
{
    /// <summary>The label.</summary>
    public static string Of(object e)
    {
        var type = e.GetType();
        var carried = type.GetProperties()
            .Where(p => p.PropertyType is { IsClass: true, IsAbstract: true, IsNested: true } && p.GetIndexParameters().Length == 0)
            .Select(p => p.GetValue(e))
            .OfType<object>()
            .FirstOrDefault();
        var name = type.Name.Split('`')[0];
        return carried is null ? name : $"{name}({Of(carried)})";
    }
}
