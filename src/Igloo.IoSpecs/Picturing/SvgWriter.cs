using System.Globalization;
using System.Security;
using System.Text;
using Igloo.IoSpecs.Heaps;

namespace Igloo.IoSpecs.Picturing;

/// <summary>Writes pictures as SVG: the tree from left to right, leaves on lines of their own.</summary>
internal sealed class SvgWriter
{
    private const int Column = 190;
    private const int Line = 34;
    private const int Margin = 30;
    private const int Radius = 14;
    private readonly StringBuilder body = new();
    private readonly ILookup<Place, PicturedPermission> permissions;
    private readonly Dictionary<Place, PicturedPlace> places;
    private int lines;
    private int width;

    private SvgWriter(PermissionPicture picture)
    {
        permissions = picture.Permissions.ToLookup(p => p.Source);
        places = picture.Places.ToDictionary(p => p.Place);
    }

    public static string Write(PermissionPicture picture)
    {
        var writer = new SvgWriter(picture);
        writer.Draw(picture.Places[0].Place, Margin, isRoot: true);
        var size = string.Create(CultureInfo.InvariantCulture, $"width=\"{writer.width + Margin + Radius}\" height=\"{(writer.lines * Line) + Margin}\"");
        return $"<svg xmlns=\"http://www.w3.org/2000/svg\" {size} font-family=\"sans-serif\" font-size=\"11\">\n{writer.body}</svg>\n";
    }

    // Draws what is behind a place and then the place, in the middle of it; returns the height at which it stands.
    private int Draw(Place place, int x, bool isRoot = false)
    {
        width = Math.Max(width, x + Radius);
        var heights = permissions[place].Select(p => (Permission: p, At: Draw(p, x + Column))).ToArray();
        var y = heights.Length == 0 ? Margin + (lines++ * Line) : (heights[0].At + heights[^1].At) / 2;
        foreach (var (permission, at) in heights) Edge(x + Radius, y, x + Column - Radius, at, permission.Text, isDotted: false);
        body.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x}\" cy=\"{y}\" r=\"{Radius}\" fill=\"{(isRoot ? "#333" : "#fff")}\" stroke=\"#333\"/>\n");
        Text(x, y + 4, place + (places[place].GoesOn ? "…" : ""), isRoot ? "#fff" : "#000");
        return y;
    }

    private int Draw(PicturedPermission permission, int x)
    {
        if (permission.Targets is [{ Input: null } only]) return Draw(only.Place, x);
        var heights = permission.Targets.Select(t => (t.Input, At: Draw(t.Place, x + Column))).ToArray();
        var y = (heights[0].At + heights[^1].At) / 2;
        foreach (var (input, at) in heights) Edge(x + Radius, y, x + Column - Radius, at, input ?? "", isDotted: true);
        body.Append(CultureInfo.InvariantCulture, $"<path d=\"M{x - Radius} {y}L{x} {y - Radius}L{x + Radius} {y}L{x} {y + Radius}Z\" fill=\"#fff\" stroke=\"#333\"/>\n");
        Text(x, y + 4, "?", "#000");
        return y;
    }

    private void Edge(int x1, int y1, int x2, int y2, string label, bool isDotted)
    {
        body.Append(CultureInfo.InvariantCulture, $"<line x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\" stroke=\"#333\"{(isDotted ? " stroke-dasharray=\"4 3\"" : "")}/>\n");
        Text((x1 + x2) / 2, ((y1 + y2) / 2) - 4, label, "#000");
    }

    private void Text(int x, int y, string text, string colour) =>
        body.Append(CultureInfo.InvariantCulture, $"<text x=\"{x}\" y=\"{y}\" text-anchor=\"middle\" fill=\"{colour}\">{SecurityElement.Escape(text)}</text>\n");
}
