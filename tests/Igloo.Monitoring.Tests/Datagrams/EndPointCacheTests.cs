using System.Net;
using System.Net.Sockets;
using Igloo.Monitoring.Datagrams;

namespace Igloo.Monitoring.Tests.Datagrams;

/// <summary>What is kept of peers that come and go.</summary>
public sealed class EndPointCacheTests
{
    private const int Many = 20_000;
    private readonly EndPointCache cache = new(AddressFamily.InterNetwork);

    [Fact]
    public void Peer_that_stays_is_known_however_many_have_come_before()
    {
        for (var port = 1; port <= Many; port++) cache.EndPointOf(Peer(port).Serialize());
        var first = cache.EndPointOf(Peer(Many + 1).Serialize());
        cache.EndPointOf(Peer(Many + 2).Serialize());

        Assert.Same(first, cache.EndPointOf(Peer(Many + 1).Serialize()));
    }

    [Fact]
    public void Destination_that_stays_is_known_however_many_there_were_before()
    {
        for (var port = 1; port <= Many; port++) cache.AddressOf(Peer(port));
        var first = cache.AddressOf(Peer(Many + 1));
        cache.AddressOf(Peer(Many + 2));

        Assert.Same(first, cache.AddressOf(Peer(Many + 1)));
    }

    [Fact]
    public void Peers_are_not_mixed_up_when_all_are_forgotten() =>
        Assert.All(Enumerable.Range(1, Many), port => Assert.Equal((Peer(port), Peer(port).Serialize()), (cache.EndPointOf(Peer(port).Serialize()), cache.AddressOf(Peer(port)))));

    [Fact]
    public void Strangers_are_forgotten()
    {
        for (var port = 1; port <= Many; port++) cache.EndPointOf(Peer(port).Serialize());

        Assert.InRange(cache.Count, 1, 16_384);
    }

    [Fact]
    public void Destinations_are_forgotten()
    {
        for (var port = 1; port <= Many; port++) cache.AddressOf(Peer(port));

        Assert.InRange(cache.Count, 1, 16_384);
    }

    [Fact]
    public void Destination_is_the_one_that_was_named_whatever_its_owner_does_to_it()
    {
        var owned = Peer(1);
        cache.AddressOf(owned);
        owned.Port = 2;

        Assert.Equal(Peer(2).Serialize(), cache.AddressOf(Peer(2)));
        Assert.Equal(Peer(1).Serialize(), cache.AddressOf(Peer(1)));
        Assert.Equal(Peer(2).Serialize(), cache.AddressOf(owned));
    }

    private static IPEndPoint Peer(int port) => new(IPAddress.Loopback, port);
}
