using System.Net;
using System.Net.Sockets;
using Igloo.Monitoring.Datagrams;

namespace Igloo.Monitoring.Tests.Datagrams;

public sealed class PeersTests
{
    [Fact]
    public void Peers_are_told_apart_when_they_alternate()
    {
        var cache = new EndPointCache(AddressFamily.InterNetwork);
        IPEndPoint[] peers = [new(IPAddress.Loopback, 1_001), new(IPAddress.Loopback, 1_002), new(IPAddress.Parse("127.0.0.2"), 1_001)];

        foreach (var peer in peers.Concat(peers))
        {
            Assert.Equal(peer.Serialize(), cache.AddressOf(peer));
            Assert.Equal(peer, cache.EndPointOf(peer.Serialize()));
        }
    }

    [Fact]
    public void Destination_is_the_new_one_when_its_owner_changes_the_end_point()
    {
        var cache = new EndPointCache(AddressFamily.InterNetwork);
        var peer = new IPEndPoint(IPAddress.Loopback, 1_001);
        cache.AddressOf(peer);

        peer.Port = 1_002;

        Assert.Equal(new IPEndPoint(IPAddress.Loopback, 1_002).Serialize(), cache.AddressOf(peer));
    }

    [Fact]
    public void Sender_is_the_new_one_when_the_buffer_is_used_again()
    {
        var cache = new EndPointCache(AddressFamily.InterNetwork);
        var buffer = new IPEndPoint(IPAddress.Loopback, 1_001).Serialize();
        cache.EndPointOf(buffer);

        new IPEndPoint(IPAddress.Loopback, 1_002).Serialize().Buffer.CopyTo(buffer.Buffer);

        Assert.Equal(1_002, cache.EndPointOf(buffer).Port);
    }
}
