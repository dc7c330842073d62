using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Igloo.Viewing.Tests.Browsing;

/// <summary>A headless Chromium with a profile of its own, ended with the tests that share it.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private readonly DirectoryInfo profile = Directory.CreateTempSubdirectory("igloo-chromium-");
    private Process? process;
    private DevTools? tools;

    /// <summary>The program, or null where there is none.</summary>
    private static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    public async ValueTask InitializeAsync()
    {
        if (Program is null) return;
        List<string> arguments =
        [
            "--headless", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--disable-dev-shm-usage", "--hide-scrollbars", "--remote-debugging-port=0", $"--user-data-dir={profile.FullName}", "about:blank",
        ];
        // Chromium refuses its sandbox to root, as which containers often run.
        if (OperatingSystem.IsLinux() && Environment.UserName == "root") arguments.Insert(0, "--no-sandbox");
        process = Process.Start(new ProcessStartInfo(Program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        tools = await DevTools.ConnectAsync(await AddressAsync(process.StandardError));
        _ = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.ReadToEndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (tools is not null) await tools.DisposeAsync();
        if (process is not null)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }

        await DeleteProfileAsync();
    }

    /// <summary>A new tab at an address, of the size of a usual screen. Skips the test where there is no Chromium.</summary>
    internal async Task<Tab> OpenAsync(Uri address)
    {
        Assert.SkipWhen(tools is null, "There is no Chromium. Install it ('sudo apt-get install chromium' on Debian, 'chromium-browser' on Ubuntu), and run the tests again.");
        var tab = await Tab.OpenAsync(tools!);
        await tab.GoAsync(address.ToString());
        return tab;
    }

    private static async Task<Uri> AddressAsync(StreamReader log)
    {
        const string announcement = "DevTools listening on ";
        while (await log.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(announcement, StringComparison.Ordinal)) return new Uri(line[announcement.Length..]);
        }

        throw new InvalidOperationException($"{Program} ended before it could be driven ({RuntimeInformation.OSDescription}).");
    }

    // The last of its processes may still write for a moment.
    private async Task DeleteProfileAsync()
    {
        for (var attempt = 0; attempt < 20 && Directory.Exists(profile.FullName); attempt++)
        {
            try
            {
                profile.Delete(recursive: true);
            }
            catch (IOException)
            {
                await Task.Delay(100);
            }
        }
    }
}
