using System.Reflection;

namespace Igloo.Viewing.Tests;

/// <summary>The checkout under test.</summary>
internal static class Repository
{
    public static string Root { get; } =
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;

    /// <summary>Whether what users see is accepted as it is now.</summary>
    public static bool IsUpdating => Environment.GetEnvironmentVariable("IGLOO_UPDATE_SNAPSHOTS") == "1";
}
