using System.Collections.Immutable;

namespace Igloo.IoSpecs.Picturing;

/// <summary>
/// The places and permissions of a specification, unfolded to a depth: a tree, since each permission has a target place of its own. The
/// token stands at the first place.
/// </summary>
/// <param name="Places">The places, in the order of their distance from the token.</param>
/// <param name="Permissions">The permissions, in the fixed order of the specification.</param>
/// <remarks>Igloo (OOPSLA 2020), section 2.2: places and permissions form the nodes and edges of a multigraph. Drawn for values that occur; others are left out.</remarks>
public sealed record PermissionPicture(ImmutableArray<PicturedPlace> Places, ImmutableArray<PicturedPermission> Permissions)
{
    /// <summary>As a flow chart of Mermaid. Solid lines are permissions, dotted ones inputs that the environment chooses.</summary>
    public string ToMermaid() => MermaidWriter.Write(this);

    /// <summary>As SVG, with the same signs.</summary>
    public string ToSvg() => SvgWriter.Write(this);
}
