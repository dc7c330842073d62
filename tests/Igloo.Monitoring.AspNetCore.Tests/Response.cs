namespace Igloo.Monitoring.AspNetCore.Tests;

/// <summary>A response.</summary>
public sealed record Response(string Head, string Body)
{
    public bool IsSecret => Body.Contains("secret", StringComparison.Ordinal);
}
