using System.Text;

namespace Igloo.IoSpecs.Picturing;

/// <summary>Writes pictures as flow charts of Mermaid.</summary>
internal static class MermaidWriter
{
    public static string Write(PermissionPicture picture)
    {
        var text = new StringBuilder("flowchart LR\n");
        foreach (var (place, goesOn) in picture.Places) text.Append($"    {place}((\"{place}{(goesOn ? " …" : "")}\")){(place == picture.Places[0].Place ? ":::token" : "")}\n");
        foreach (var (permission, number) in picture.Permissions.Select((p, i) => (p, i + 1)))
        {
            if (permission.Targets is [{ Input: null } only])
            {
                text.Append($"    {permission.Source} -->|\"{Escaped(permission.Text)}\"| {only.Place}\n");
                continue;
            }

            text.Append($"    {permission.Source} -->|\"{Escaped(permission.Text)}\"| in{number}{{\"?\"}}\n");
            foreach (var target in permission.Targets) text.Append($"    in{number} -.->|\"{Escaped(target.Input ?? "")}\"| {target.Place}\n");
        }

        return text.Append("    classDef token fill:#333,color:#fff\n").ToString();
    }

    private static string Escaped(string text) => text.Replace("#", "#35;", StringComparison.Ordinal).Replace("\"", "#quot;", StringComparison.Ordinal)
        .Replace("<", "#lt;", StringComparison.Ordinal).Replace(">", "#gt;", StringComparison.Ordinal);
}
