namespace Tftp.Model;

/// <summary>What a client has sent.</summary>
/// <param name="To">Where to.</param>
/// <param name="Answer">What.</param>
public sealed record Sent(Address To, Answer Answer);
