using Igloo.Components;

namespace Igloo.Monitoring.AspNetCore.Tests;

/// <summary>The server's side of one HTTP connection: answers each request once and in order, and never with a secret.</summary>
public sealed class HttpServer : Component<HttpServer.State, HttpServer.Event>
{
    public sealed record State(int Owed);

    public abstract record Event
    {
        [Io<Connection.Receive<string>>]
        public sealed record Receive([Input] string Request) : Event;

        [Io<Connection.Send<Response>>]
        public sealed record Send(Response Response) : Event;
    }

    public override State Initial => new(0);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Receive => new(s.Owed + 1),
        Event.Send(var response) when s.Owed > 0 && !response.IsSecret => new(s.Owed - 1),
        _ => null,
    };
}
