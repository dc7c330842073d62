using Igloo.Viewing.Serving;
using Igloo.Viewing.Tests.Models;
using LeaderElection.Model;

namespace Igloo.Viewing.Tests.Browsing;

/// <summary>Light and dark, contrast, names of controls, and the screenshots of the documentation.</summary>
public sealed class LooksTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncDisposable
{
    private const int LargestPicture = 200_000;

    // WCAG 2.2, success criterion 1.4.3.
    private const double LeastContrast = 4.5;

    private const string Contrast = """
        (() => {
          const probe = document.body.appendChild(document.createElement("span"));
          const light = name => {
            probe.style.setProperty("color", `var(${name})`);
            const [r, g, b] = getComputedStyle(probe).color.match(/[\d.]+/g).slice(0, 3).map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const ratio = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
          const pairs = [["--ink", "--card"], ["--muted", "--card"], ["--muted", "--raised"], ["--muted", "--accent-soft"], ["--accent", "--card"], ["--accent", "--accent-soft"],
            ["--good", "--card"], ["--good", "--good-soft"], ["--bad", "--card"], ["--bad", "--bad-soft"], ["--warn", "--card"], ["--ink", "--bad-soft"], ["--ink", "--warn-soft"], ["--card", "--accent"]];
          const worst = pairs.map(([text, ground]) => [ratio(light(text), light(ground)), `${text} on ${ground}`]).sort((a, b) => a[0] - b[0])[0];
          probe.remove();
          return worst;
        })()
        """;

    private readonly ViewServer server = ViewServer.Start(Catalogue.Of(typeof(OpenLock).Assembly, typeof(RingSystem).Assembly));

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task Text_has_enough_contrast(string colours)
    {
        await using var tab = await OpenAsync("model=OpenLock");
        await tab.PreferAsync(colours);

        var worst = await tab.ValueAsync<double>($"{Contrast}[0]");

        Assert.True(worst >= LeastContrast, $"{worst:0.00}: {await tab.ValueAsync<string>($"{Contrast}[1]")}");
    }

    [Fact]
    public async Task Colours_follow_the_system_until_the_user_chooses()
    {
        await using var tab = await OpenAsync("model=OpenLock");
        const string ground = "getComputedStyle(document.body).backgroundColor";
        await tab.PreferAsync("dark");
        var dark = await tab.ValueAsync<string>(ground);
        await tab.PreferAsync("light");
        var light = await tab.ValueAsync<string>(ground);
        Assert.NotEqual(dark, light);

        await tab.PressAsync("t", "t");
        Assert.Equal(dark, await tab.ValueAsync<string>(ground));

        // The choice is kept.
        await tab.GoAsync(new Uri(server.Address, "/?model=OpenLock&size=2").ToString());
        Assert.Equal(dark, await tab.ValueAsync<string>(ground));
    }

    [Fact]
    public async Task Every_control_has_a_name_and_no_id_is_used_twice()
    {
        await using var tab = await OpenAsync("model=OpenLock");

        Assert.Equal("", await tab.ValueAsync<string>("""
            [...document.querySelectorAll("button, a, input, select")]
              .filter(e => !(e.getAttribute("aria-label") || e.textContent.trim() || e.labels?.length)).map(e => e.outerHTML).join("\n")
            """));
        Assert.Equal(0, await tab.ValueAsync<int>("(ids => ids.length - new Set(ids).size)([...document.querySelectorAll('[id]')].map(e => e.id))"));
    }

    [Fact]
    public async Task Nothing_is_fetched_from_elsewhere()
    {
        await using var tab = await OpenAsync("model=OpenLock&tab=graph");

        Assert.Equal(0, await tab.ValueAsync<int>("performance.getEntriesByType('resource').filter(r => new URL(r.name).origin !== location.origin).length"));
        Assert.True(await tab.ValueAsync<int>("performance.getEntriesByType('resource').length") > 5);
        Assert.Empty(tab.Complaints);
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(900)]
    [InlineData(420)]
    public async Task Page_is_never_wider_than_the_window(int width)
    {
        await using var tab = await OpenAsync(Ring("chart"));
        await tab.ResizeAsync(width, 800);

        await tab.UntilAsync("document.documentElement.scrollWidth <= window.innerWidth");
    }

    [Theory]
    [InlineData("ui-light", "light", "chart")]
    [InlineData("ui-dark", "dark", "graph")]
    [InlineData("ui-counterexample", "light", "violation")]
    public async Task Pictures_of_the_documentation_can_be_taken(string name, string colours, string what)
    {
        await using var tab = await OpenAsync(what == "violation" ? Violation() : Ring(what));
        await tab.ResizeAsync(1360, 860);
        await tab.PreferAsync(colours);
        await tab.GoAsync(await tab.ValueAsync<string>("location.href"));

        var picture = await tab.ScreenshotAsync();

        Assert.InRange(picture.Length, 10_000, LargestPicture);
        if (Repository.IsUpdating) await File.WriteAllBytesAsync(Path.Combine(Repository.Root, "tools", "Igloo.Cli", name + ".png"), picture, TestContext.Current.CancellationToken);
    }

    private Task<Tab> OpenAsync(string query) => chromium.OpenAsync(new Uri(server.Address, $"/?{query}"));

    private static string Violation() =>
        Walks.ViewerOf<OpenLock>(3).Take(new ViewPath("OpenLock", 3) { Tab = ViewTab.Graph, Reach = 8 }, "Acquire(2)", "Acquire(0)").ToString();

    private static string Ring(string tab)
    {
        var path = new ViewPath("RingSystem", 3) { Tab = Enum.Parse<ViewTab>(tab, ignoreCase: true) };
        return Walks.ViewerOf<RingSystem>(3).Take(
            path,
            "Internal(0, Setup)",
            "Internal(2, Setup)",
            "Environment(Transmit(2, @0, 2))",
            "Environment(Transmit(0, @1, 0))",
            "Environment(Deliver(0, 2))",
            "Internal(0, Accept(2))",
            "Environment(Transmit(0, @1, 2))",
            "Environment(Deliver(1, 2))").ToString();
    }
}
