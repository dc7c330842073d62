using System.Net;
using System.Net.Sockets;
using Igloo.Monitoring.Mediation;

namespace Igloo.Monitoring.Tests.Mediation;

public sealed class MediationCheckTests
{
    [Fact]
    public void Socket_that_no_monitor_knows_is_found()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "reads /proc");
        using var own = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        var port = ((IPEndPoint)own.Client.LocalEndPoint!).Port;

        var verdict = Assert.IsType<MediationVerdict.Bypassed>(MediationCheck.Run(Environment.ProcessId, []));

        Assert.Contains(verdict.Foreign, s => s.Protocol == "udp" && s.Local.Equals(new IPEndPoint(IPAddress.Loopback, port)));
    }

    [Fact]
    public void Allowed_socket_is_no_finding()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "reads /proc");
        using var own = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        var port = ((IPEndPoint)own.Client.LocalEndPoint!).Port;

        var verdict = MediationCheck.Run(Environment.ProcessId, [port]);

        Assert.DoesNotContain((verdict as MediationVerdict.Bypassed)?.Foreign ?? [], s => s.Local.Port == port);
    }

    [Fact]
    public void Process_that_does_not_exist_is_unknown() => Assert.IsType<MediationVerdict.Unknown>(MediationCheck.Run(int.MaxValue, []));
}
