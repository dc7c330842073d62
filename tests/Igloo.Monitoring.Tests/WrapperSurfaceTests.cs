using System.IO.Pipelines;
using System.Net.Sockets;
using System.Reflection;
using Igloo.Monitoring.Datagrams;
using Igloo.Monitoring.Failures;
using Igloo.Monitoring.Messages;
using Igloo.Monitoring.Streams;
using Igloo.Monitoring.Tests.Models;
using Igloo.Monitoring.Timers;
using E = Igloo.Monitoring.Tests.Models.Dialogue.Event;
using S = Igloo.Monitoring.Tests.Models.Dialogue.State;

namespace Igloo.Monitoring.Tests;

/// <summary>A program that has a wrapper has no way round it: nothing below it can be got out, and nothing on it sends without permission.</summary>
public sealed class WrapperSurfaceTests
{
    private static readonly Type[] Below =
        [typeof(Socket), typeof(UdpClient), typeof(TcpClient), typeof(Stream), typeof(IDuplexPipe), typeof(PipeReader), typeof(PipeWriter), typeof(SafeSocketHandle), typeof(IMessagePort<E>)];

    public static TheoryData<Type> Wrappers =>
    [
        typeof(MonitoredUdp<S, E>), typeof(MonitoredUdpClient<S, E>), typeof(MonitoredSocket<S, E>), typeof(MonitoredStream<S, E>),
        typeof(MonitoredPipe<S, E>), typeof(MonitoredConnection<S, E>), typeof(MonitoredPort<S, E, E>),
        typeof(MonitoredTimers<S, E, int>), typeof(MonitoredFailureDetector<S, E, int>),
    ];

    [Fact]
    public void Every_wrapper_is_in_the_list() =>
        Assert.Equal(
            typeof(PermissionMonitor).Assembly.GetExportedTypes().Where(t => t.Name.StartsWith("Monitored", StringComparison.Ordinal) && t.IsClass).Select(t => t.Name).Order(StringComparer.Ordinal),
            Wrappers.Select(w => w.Data.Name).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Wrappers))]
    public void Wrapper_gives_out_nothing_that_is_below_it(Type wrapper)
    {
        var given = wrapper.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .SelectMany(Types).SelectMany(t => (Type[])[t, .. t.GenericTypeArguments]).Where(t => Below.Any(b => b.IsAssignableFrom(t)));

        // The two ends of a monitored pipe are pipes over the monitored stream; their members have tests of their own.
        Type[] monitored = wrapper == typeof(MonitoredPipe<S, E>) ? [typeof(PipeReader), typeof(PipeWriter)] : [];
        Assert.Empty(given.Except(monitored));
    }

    // Send, SendTo, SendFile, SendPacketsAsync, Client, Handle and the like: what is not there cannot be called.
    [Theory]
    [InlineData(typeof(MonitoredSocket<S, E>), "Dispose", "ReceiveAsync", "SendAsync", "Shutdown", "get_Monitor", "get_RemoteEndPoint")]
    [InlineData(typeof(MonitoredUdpClient<S, E>), "Dispose", "Perform", "ReceiveAsync", "SendAsync", "get_Monitor", "get_Statistics")]
    public void Socket_has_these_members_only(Type wrapper, params string[] members) =>
        Assert.Equal(members, wrapper.GetMethods().Where(m => m.DeclaringType != typeof(object)).Select(m => m.Name).Distinct().Order(StringComparer.Ordinal));

    private static IEnumerable<Type> Types(MemberInfo member) => member switch
    {
        MethodInfo method => [method.ReturnType, .. method.GetParameters().Where(p => p.IsOut).Select(p => p.ParameterType.GetElementType()!)],
        PropertyInfo property => [property.PropertyType],
        FieldInfo field => [field.FieldType],
        _ => [],
    };
}
