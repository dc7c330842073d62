namespace Igloo.Cli.Verifying;

/// <summary>Where verdicts of earlier runs are kept: under the user's cache folder, as the platform has it.</summary>
internal static class VerdictCache
{
    /// <summary>The folder; null where the platform names none. It need not exist.</summary>
    public static string? Folder
    {
        get
        {
            var cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
            if (string.IsNullOrEmpty(cache))
            {
                var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
                cache = OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
                    : home.Length > 0 ? Path.Combine(home, OperatingSystem.IsMacOS() ? "Library/Caches" : ".cache")
                    : "";
            }

            return cache.Length > 0 ? Path.Combine(cache, "igloo", "verdicts") : null;
        }
    }
}
