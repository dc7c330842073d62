using Igloo.Viewing.Serving;
using Igloo.Viewing.Tests.Models;
using LeaderElection.Model;
using LockServer;

namespace Igloo.Viewing.Tests.Browsing;

/// <summary>The page as a user meets it, in a real browser.</summary>
public sealed class PageTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncDisposable
{
    private readonly ViewServer server = ViewServer.Start(Catalogue.Of(typeof(OpenLock).Assembly, typeof(RingSystem).Assembly, typeof(LockProtocol).Assembly));

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Address_without_a_link_shows_a_model()
    {
        await using var tab = await OpenAsync("");

        Assert.Contains("model=ClosingShop", await tab.ValueAsync<string>("location.search"), StringComparison.Ordinal);
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task Events_are_taken_and_taken_back_by_keyboard_alone()
    {
        await using var tab = await OpenAsync("model=LockProtocol&size=2");

        await tab.PressAsync("j", "j", "Enter");
        await tab.UntilTextAsync("#run [aria-current]", "Grant(1)");
        await tab.PressAsync("ArrowDown", "Enter");
        await tab.UntilTextAsync("#run [aria-current]", "Take(1)");
        Assert.Equal(3, await tab.ValueAsync<int>("document.querySelectorAll('#run li').length"));

        await tab.PressAsync("u");
        await tab.UntilTextAsync("#run [aria-current]", "Grant(1)");
        Assert.Equal(2, await tab.ValueAsync<int>("document.querySelectorAll('#run li').length"));
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task First_event_of_the_next_state_is_selected_after_one_was_taken_by_keyboard()
    {
        await using var tab = await OpenAsync("model=LockProtocol&size=2");

        await tab.PressAsync("j", "Enter");
        await tab.UntilTextAsync("#run [aria-current]", "Grant(0)");

        await tab.UntilAsync("document.activeElement === document.querySelector('#events a')");
    }

    [Fact]
    public async Task Arrows_look_along_the_run_and_keep_it()
    {
        await using var tab = await OpenAsync(Link<LockProtocol>("LockProtocol", 2, "Grant(0)", "Take(0)"));

        await tab.PressAsync("ArrowLeft");
        await tab.UntilTextAsync("#run [aria-current]", "Grant(0)");
        Assert.Equal(3, await tab.ValueAsync<int>("document.querySelectorAll('#run li').length"));

        await tab.PressAsync("ArrowRight");
        await tab.UntilTextAsync("#run [aria-current]", "Take(0)");
    }

    [Fact]
    public async Task Back_and_forward_of_the_browser_move_between_views()
    {
        await using var tab = await OpenAsync("model=LockProtocol&size=2");
        await tab.ClickAsync("#events a");
        await tab.UntilTextAsync("#run [aria-current]", "Grant(0)");

        await tab.ValueAsync<bool>("(history.back(), true)");
        await tab.UntilTextAsync("#run [aria-current]", "initial state");
        await tab.ValueAsync<bool>("(history.forward(), true)");
        await tab.UntilTextAsync("#run [aria-current]", "Grant(0)");
    }

    [Fact]
    public async Task Link_reproduces_the_view_in_another_tab()
    {
        await using var first = await OpenAsync("model=RingSystem&size=3&tab=graph");
        await first.PressAsync("j", "Enter");
        await first.UntilTextAsync("#run [aria-current]", "Setup");

        await using var second = await chromium.OpenAsync(new Uri(await first.ValueAsync<string>("location.href")));

        foreach (var part in new[] { "#run", "#state", "#events", "#tab" })
        {
            Assert.Equal(
                await first.ValueAsync<string>($"document.querySelector('{part}').innerText"),
                await second.ValueAsync<string>($"document.querySelector('{part}').innerText"));
        }
    }

    [Fact]
    public async Task Search_narrows_the_events_and_is_part_of_the_link()
    {
        await using var tab = await OpenAsync("model=LockProtocol&size=3");

        await tab.PressAsync("/", "(", "2");
        await tab.UntilAsync("document.querySelectorAll('#events li').length === 1");

        Assert.Contains("Grant(2)", await tab.ValueAsync<string>("document.querySelector('#events').innerText"), StringComparison.Ordinal);
        Assert.Contains("find=%282", await tab.ValueAsync<string>("location.search"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counterexample_is_marked_in_every_panel_and_announced()
    {
        await using var tab = await OpenAsync(Link<OpenLock>("OpenLock", 2, "Acquire(0)", "Acquire(1)") + "&tab=graph");

        await tab.UntilTextAsync("#findings [role=alert]", "Exclusion is violated here, with a = 0, b = 1");
        Assert.Contains("✗ Exclusion", await tab.ValueAsync<string>("document.querySelector('#run li.violated').innerText"), StringComparison.Ordinal);
        Assert.Contains("violated", await tab.ValueAsync<string>("document.querySelector('#properties .violated').innerText"), StringComparison.Ordinal);
        Assert.Contains("✗", await tab.ValueAsync<string>("document.querySelector('.graph .node.current.violated').textContent"), StringComparison.Ordinal);
        Assert.Contains("Exclusion is violated", await tab.ValueAsync<string>("document.querySelector('#said').textContent"), StringComparison.Ordinal);
        Assert.Matches(@"OpenLock\.cs:\d+", await tab.ValueAsync<string>("document.querySelector('#findings').innerText"));
    }

    [Fact]
    public async Task State_without_a_violation_raises_no_alarm()
    {
        await using var tab = await OpenAsync(Link<OpenLock>("OpenLock", 2, "Acquire(0)"));

        Assert.Equal(0, await tab.ValueAsync<int>("document.querySelectorAll('#findings > *').length"));
        Assert.Equal("none violated here", await tab.ValueAsync<string>("document.querySelector('#property-count').textContent"));
    }

    [Fact]
    public async Task Deadlock_is_said_aloud()
    {
        await using var tab = await OpenAsync(Link<ClosingShop>("ClosingShop", 1, "Serve(0)"));

        await tab.UntilTextAsync("#findings [role=alert]", "Deadlock: no event is enabled here");
    }

    [Fact]
    public async Task Exploration_leads_to_the_counterexample()
    {
        await using var tab = await OpenAsync("model=OpenLock&size=3");

        await tab.PressAsync("e");
        await tab.UntilTextAsync("#exploration", "Everything reachable was visited: 8 states");
        await tab.ClickAsync("#exploration .violated a");

        await tab.UntilTextAsync("#findings", "Exclusion is violated here");
    }

    [Fact]
    public async Task Chart_draws_sends_and_receives_as_arrows_between_lanes()
    {
        await using var tab = await OpenAsync(Link<RingSystem>("RingSystem", 2, "Internal(1, Setup)", "Environment(Transmit(1, @0, 1))", "Environment(Deliver(0, 1))"));

        Assert.Equal(2, await tab.ValueAsync<int>("document.querySelectorAll('.chart .arrow').length"));
        Assert.True(await tab.ValueAsync<bool>("(([s, r]) => s.x1.baseVal.value > s.x2.baseVal.value && r.x1.baseVal.value < r.x2.baseVal.value)([...document.querySelectorAll('.chart .arrow')])"));
        Assert.Contains("RingNode 1", await tab.ValueAsync<string>("document.querySelector('.chart.names').textContent"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Current_step_of_a_long_run_is_in_sight_and_the_page_stays_at_its_top()
    {
        var rounds = Enumerable.Repeat<string[]>(["Grant(0)", "Take(0)", "Release(0)", "Return(0)"], 15).SelectMany(round => round);
        await using var tab = await OpenAsync(Link<LockProtocol>("LockProtocol", 2, [.. rounds]));

        foreach (var (list, current) in new[] { ("#run", "#run [aria-current]"), (".drawing", ".chart .step.current") })
        {
            await tab.UntilAsync($"(([outer, inner]) => inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1)(['{list}', '{current}'].map(s => document.querySelector(s).getBoundingClientRect()))");
        }

        Assert.Equal(0, await tab.ValueAsync<int>("document.scrollingElement.scrollTop"));
    }

    [Fact]
    public async Task Node_of_the_graph_leads_to_its_state()
    {
        await using var tab = await OpenAsync("model=LockProtocol&size=2&tab=graph");

        await tab.ClickAsync(".graph .node[aria-label^='Take(1)']");

        await tab.UntilTextAsync("#run [aria-current]", "Take(1)");
        Assert.Equal(3, await tab.ValueAsync<int>("document.querySelectorAll('#run li').length"));
    }

    [Fact]
    public async Task Refused_event_shows_the_failed_conjunct()
    {
        await using var tab = await OpenAsync("model=LockProtocol&size=2");

        await tab.PressAsync("3");
        await tab.UntilTextAsync("#tab", "s.Grants.Contains(c)");

        Assert.Contains("✗ false", await tab.ValueAsync<string>("document.querySelector('.refused .failed').innerText"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Large_neighbourhood_is_drawn()
    {
        await using var tab = await OpenAsync("model=RingSystem&size=5&tab=graph&reach=400");

        Assert.Equal(401, await tab.ValueAsync<int>("document.querySelectorAll('.graph .node').length"));
    }

    [Fact]
    public async Task Broken_link_is_explained_and_leaves_the_page_usable()
    {
        await using var tab = await OpenAsync("model=LockProtocol&size=2&run=zzzzzz");

        await tab.UntilTextAsync("#problem", "not enabled");
        await tab.ClickAsync("#events a");
        await tab.UntilTextAsync("#run [aria-current]", "Grant(0)");
        Assert.True(await tab.ValueAsync<bool>("document.querySelector('#problem').hidden"));
    }

    [Fact]
    public async Task Help_opens_and_closes_by_keyboard()
    {
        await using var tab = await OpenAsync("model=LockProtocol");

        await tab.PressAsync("?");
        await tab.UntilAsync("document.querySelector('#keys').open");
        await tab.PressAsync("Escape");
        await tab.UntilAsync("!document.querySelector('#keys').open");
    }

    private Task<Tab> OpenAsync(string query) => chromium.OpenAsync(new Uri(server.Address, query.Length > 0 ? $"/?{query}" : "/"));

    private static string Link<TModel>(string name, int size, params string[] events) =>
        Walks.ViewerOf<TModel>(size).Take(new ViewPath(name, size), events).ToString();
}
