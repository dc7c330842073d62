using System.Xml.Linq;
using Igloo.IoSpecs.Picturing;
using Igloo.Values;
using LeaderElection.Model;

namespace Igloo.IoSpecs.Tests;

public sealed class PictureTests
{
    private static readonly IoSpecification<RingNode.State, RingNode.Event> Specification =
        IoSpecification.Of(new RingNode(new Node(1), new Address(0), new Ring(2)));

    [Fact]
    public void Picture_of_a_ring_node_is_a_flow_chart() => Snapshot.Matches("RingNodePicture", Specification.Picture(depth: 2).ToMermaid());

    [Fact]
    public void Picture_of_a_ring_node_is_also_svg() => Snapshot.Matches("RingNodePicture.svg", Specification.Picture(depth: 1).ToSvg());

    [Fact]
    public void Every_permission_has_a_target_of_its_own()
    {
        var picture = Specification.Picture(depth: 3);
        var targets = picture.Permissions.SelectMany(p => p.Targets).Select(t => t.Place).ToArray();

        Assert.Equal(targets.Length, targets.Distinct().Count());
        Assert.Equal(picture.Places.Select(p => p.Place.Name).Skip(1).Order(), targets.Select(t => t.Name).Order());
    }

    [Fact]
    public void Unfolding_of_depth_0_is_the_token_alone()
    {
        var picture = Specification.Picture(depth: 0);

        Assert.True(Assert.Single(picture.Places).GoesOn);
        Assert.Empty(picture.Permissions);
    }

    [Fact]
    public void Place_is_drawn_with_all_its_permissions_or_says_that_it_goes_on()
    {
        var picture = Specification.Picture(depth: 5, mostPlaces: 20);

        Assert.InRange(picture.Places.Length, 10, 20);
        Assert.All(picture.Places, p => Assert.Equal(p.GoesOn, picture.Permissions.All(permission => permission.Source != p.Place)));
    }

    [Fact]
    public void Text_with_special_characters_is_escaped()
    {
        var picture = new PermissionPicture([new(new("t"), false), new(new("t1"), true)], [new(new("t"), "send(\"a<b>\" & #1)", [new("\"?\"", new("t1"))])]);

        Assert.Contains(XDocument.Parse(picture.ToSvg()).Descendants(), e => e.Value == "send(\"a<b>\" & #1)");
        Assert.Contains("|\"send(#quot;a#lt;b#gt;#quot; & #35;1)\"|", picture.ToMermaid(), StringComparison.Ordinal);
    }
}
