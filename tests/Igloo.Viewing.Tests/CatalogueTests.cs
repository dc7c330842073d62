using LeaderElection.Model;
using Igloo.Viewing.Tests.Models;

namespace Igloo.Viewing.Tests;

public sealed class CatalogueTests
{
    [Fact]
    public void Catalogue_lists_the_event_systems_with_their_instances()
    {
        var entries = Catalogue.Of(typeof(RingSystem).Assembly).Entries;

        Assert.Equal(["Election", "RingInterface", "RingNode", "RingProtocol", "RingSystem"], entries.Select(e => e.Name));
        Assert.Equal(["Ring(1)", "Ring(2)", "Ring(3)", "Ring(4)", "Ring(5)"], entries.Single(e => e.Name == "RingSystem").Instances.Select(i => i.Description));
    }

    [Fact]
    public void Link_without_a_size_means_the_usual_one() =>
        Assert.Equal(3, Catalogue.Of(typeof(OpenLock).Assembly).Find(ViewPath.Parse("model=OpenLock")).Path.Size);

    [Theory]
    [InlineData("model=Nothing", "There are: ClosingShop, OpenLock, Queue.")]
    [InlineData("model=OpenLock&choice=5", "no instance 5")]
    public void Link_to_what_is_not_there_is_refused(string link, string reason) => Assert.Contains(
        reason,
        Assert.Throws<ViewPathException>(() => Catalogue.Of(typeof(OpenLock).Assembly).Find(ViewPath.Parse(link))).Message,
        StringComparison.Ordinal);
}
