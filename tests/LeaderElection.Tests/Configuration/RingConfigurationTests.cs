using System.Net;
using Igloo.Values;
using LeaderElection.Configuration;
using LeaderElection.Model;

namespace LeaderElection.Tests.Configuration;

public sealed class RingConfigurationTests
{
    [Fact]
    public void Reading_undoes_writing()
    {
        var configuration = Rings.Of(30, 10, 20);

        var read = RingConfigurationJson.Read(RingConfigurationJson.Write(configuration), "test");

        Assert.Equal(configuration.Members, read.Members);
        Assert.Equal(configuration.Fingerprint, read.Fingerprint);
    }

    [Fact]
    public void Fingerprints_differ_when_the_order_does() => Assert.NotEqual(Rings.Of(1, 2, 3).Fingerprint, Rings.Of(2, 1, 3).Fingerprint);

    [Fact]
    public void Address_is_where_the_node_listens_when_absent() =>
        Assert.Equal(
            new IPEndPoint(IPAddress.Loopback, 9001),
            RingConfigurationJson.Read("""{"nodes": [{"id": 1, "listens": "127.0.0.1:9001"}]}""", "test").Members[0].Address);

    [Theory]
    [InlineData("", "is no configuration")]
    [InlineData("[]", "is no configuration")]
    [InlineData("{}", "is no configuration")]
    [InlineData("""{"nodes": []}""", "has no nodes")]
    [InlineData("""{"nodes": [{"id": "x", "listens": "127.0.0.1:9001"}]}""", "is no configuration")]
    [InlineData("""{"nodes": [{"id": 1, "listens": "somewhere"}]}""", "'somewhere' is no address with a port")]
    [InlineData("""{"nodes": [{"id": 1, "listens": "127.0.0.1"}]}""", "no IPv4 address with a port")]
    [InlineData("""{"nodes": [{"id": 1, "listens": "[::1]:9001"}]}""", "no IPv4 address with a port")]
    [InlineData("""{"nodes": [{"id": -1, "listens": "127.0.0.1:9001"}]}""", "-1 is negative")]
    [InlineData("""{"nodes": [{"id": 1, "listens": "127.0.0.1:9001"}, {"id": 1, "listens": "127.0.0.1:9002"}]}""", "share the identifier 1")]
    [InlineData("""{"nodes": [{"id": 1, "listens": "127.0.0.1:9001"}, {"id": 2, "listens": "127.0.0.1:9001"}]}""", "share the address 127.0.0.1:9001")]
    public void Text_that_is_no_ring_is_rejected(string text, string reason)
    {
        var rejected = Assert.Throws<ConfigurationException>(() => RingConfigurationJson.Read(text, "ring.json"));

        Assert.StartsWith("ring.json", rejected.Message, StringComparison.Ordinal);
        Assert.Contains(reason, rejected.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Node_is_rejected_when_its_socket_is_elsewhere()
    {
        var configuration = Rings.Of(1, 2);

        var rejected = Assert.Throws<ConfigurationException>(() => configuration.Own(new Node(1), configuration.Members[1].Listens));

        Assert.Equal("it is to listen at 127.0.0.1:9000, but its socket is at 127.0.0.1:9001.", rejected.Message);
    }

    [Fact]
    public void Node_is_rejected_when_it_is_not_in_the_ring() =>
        Assert.Throws<ConfigurationException>(() => Rings.Of(1, 2).Own(new Node(3), Rings.Of(1, 2).Members[0].Listens));

    [Fact]
    public void Component_sends_to_the_address_of_its_successor()
    {
        var configuration = Rings.Of(30, 10, 20);
        var component = configuration.ComponentOf(new Node(20));
        var ready = component.Next(component.Initial, new RingNode.Event.Setup())!;

        Assert.NotNull(component.Next(ready, new RingNode.Event.Send(Address.Of(configuration.Members[0].Address), new Node(20))));
        Assert.Null(component.Next(ready, new RingNode.Event.Send(Address.Of(configuration.Members[0].Listens), new Node(20))));
    }
}
