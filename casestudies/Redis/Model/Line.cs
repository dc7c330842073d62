namespace Redis.Model;

/// <summary>The server's end of one connection.</summary>
/// <param name="Arrived">How many commands were transmitted.</param>
/// <param name="Answered">How many of them the server has answered.</param>
/// <param name="Answers">The answer to each.</param>
/// <param name="Delivered">How many answers were delivered.</param>
public sealed record Line(int Arrived, int Answered, Map<int, Reply> Answers, int Delivered);
