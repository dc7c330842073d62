using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Igloo.Viewing.Tests.Browsing;

/// <summary>A tab of the browser, driven as a user does.</summary>
internal sealed class Tab : IAsyncDisposable
{
    private static readonly Dictionary<string, int> Codes = new(StringComparer.Ordinal)
    {
        ["Enter"] = 13, ["Escape"] = 27, ["Tab"] = 9, ["ArrowLeft"] = 37, ["ArrowUp"] = 38, ["ArrowRight"] = 39, ["ArrowDown"] = 40,
    };

    private readonly DevTools tools;
    private readonly string target;
    private readonly string session;
    private readonly ConcurrentQueue<string> complaints = new();

    private Tab(DevTools tools, string target, string session)
    {
        this.tools = tools;
        this.target = target;
        this.session = session;
        tools.Happened += Note;
    }

    /// <summary>Uncaught exceptions, refused requests and whatever else the page logged as an error.</summary>
    public IEnumerable<string> Complaints => complaints;

    public static async Task<Tab> OpenAsync(DevTools tools)
    {
        // A context of its own: what is stored for one test is not seen by the next.
        var context = (string)(await tools.AskAsync("Target.createBrowserContext", new { disposeOnDetach = true }))["browserContextId"]!;
        var target = (string)(await tools.AskAsync("Target.createTarget", new { url = "about:blank", browserContextId = context }))["targetId"]!;
        var session = (string)(await tools.AskAsync("Target.attachToTarget", new { targetId = target, flatten = true }))["sessionId"]!;
        var tab = new Tab(tools, target, session);
        foreach (var domain in new[] { "Page", "Runtime", "Log" }) await tab.AskAsync($"{domain}.enable", new { });
        await tab.ResizeAsync(1440, 900);
        return tab;
    }

    public async ValueTask DisposeAsync()
    {
        tools.Happened -= Note;
        await tools.AskAsync("Target.closeTarget", new { targetId = target });
    }

    /// <summary>Opens an address and waits until its view is shown.</summary>
    public async Task GoAsync(string address)
    {
        await AskAsync("Page.navigate", new { url = address });
        await UntilAsync("document.readyState === 'complete' && document.querySelector('main')?.hidden === false");
    }

    /// <summary>The value of an expression in the page.</summary>
    public async Task<T> ValueAsync<T>(string expression)
    {
        var answer = await AskAsync("Runtime.evaluate", new { expression, returnByValue = true, awaitPromise = true });
        if (answer["exceptionDetails"] is { } failure) throw new InvalidOperationException($"{expression}: {failure.ToJsonString()}");
        return answer["result"]!["value"]!.GetValue<T>();
    }

    /// <summary>Waits until an expression is true in the page; the deadline is far beyond what a loaded machine needs.</summary>
    public async Task UntilAsync(string expression)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (!await IsTrueAsync(expression))
        {
            if (patience.IsCancellationRequested) Assert.Fail($"Not seen: {expression}\n{await ValueAsync<string>("document.body?.innerText ?? ''")}\n{string.Join('\n', Complaints)}");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Waits until an element has a text, and says what it has where it does not.</summary>
    public Task UntilTextAsync(string selector, string text) =>
        UntilAsync($"document.querySelector({Quoted(selector)})?.innerText.includes({Quoted(text)})");

    public async Task PressAsync(params string[] keys)
    {
        foreach (var key in keys)
        {
            var text = key == "Enter" ? "\r" : key.Length == 1 ? key : null;
            var code = Codes.TryGetValue(key, out var known) ? known : char.IsAsciiLetterOrDigit(key[0]) ? char.ToUpperInvariant(key[0]) : 0;
            await AskAsync("Input.dispatchKeyEvent", new { type = text is null ? "rawKeyDown" : "keyDown", key, text, windowsVirtualKeyCode = code });
            await AskAsync("Input.dispatchKeyEvent", new { type = "keyUp", key, windowsVirtualKeyCode = code });
        }
    }

    public Task<bool> ClickAsync(string selector) =>
        ValueAsync<bool>($"(e => (e.dispatchEvent(new MouseEvent('click', {{ bubbles: true, cancelable: true }})), true))(document.querySelector({Quoted(selector)}))");

    public Task PreferAsync(string colours) =>
        AskAsync("Emulation.setEmulatedMedia", new { features = new[] { new { name = "prefers-color-scheme", value = colours } } });

    public Task ResizeAsync(int width, int height) =>
        AskAsync("Emulation.setDeviceMetricsOverride", new { width, height, deviceScaleFactor = 1, mobile = false });

    public async Task<byte[]> ScreenshotAsync() => Convert.FromBase64String((string)(await AskAsync("Page.captureScreenshot", new { format = "png" }))["data"]!);

    private static string Quoted(string text) => JsonValue.Create(text).ToJsonString();

    private Task<JsonNode> AskAsync(string method, object parameters) => tools.AskAsync(method, parameters, session);

    private async Task<bool> IsTrueAsync(string expression)
    {
        try
        {
            return await ValueAsync<bool>($"!!({expression})");
        }
        catch (InvalidOperationException)
        {
            // The page is being exchanged for another.
            return false;
        }
    }

    private void Note(string? from, string method, JsonNode parameters)
    {
        if (from != session) return;
        if (method == "Runtime.exceptionThrown") complaints.Enqueue(parameters["exceptionDetails"]!.ToJsonString());
        if (method == "Log.entryAdded" && (string?)parameters["entry"]!["level"] == "error") complaints.Enqueue(parameters["entry"]!.ToJsonString());
    }
}
