using System.Buffers;
using System.Net;
using System.Text;
using System.Text.Json;
using LeaderElection.Model;

namespace LeaderElection.Configuration;

/// <summary>The file format of a configuration: <c>{"nodes": [{"id": 3, "listens": "127.0.0.1:9003", "address": "127.0.0.1:9103"}, …]}</c>.</summary>
/// <remarks>"address" may be absent where it is the same as "listens".</remarks>
public static class RingConfigurationJson
{
    /// <summary>The text on one line.</summary>
    /// <param name="configuration">The configuration.</param>
    public static string Write(RingConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartArray("nodes");
            foreach (var member in configuration.Members)
            {
                json.WriteStartObject();
                json.WriteNumber("id", member.Node.Index);
                json.WriteString("listens", member.Listens.ToString());
                json.WriteString("address", member.Address.ToString());
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Reads a configuration.</summary>
    /// <param name="text">The text.</param>
    /// <param name="source">Where it comes from, for messages.</param>
    /// <exception cref="ConfigurationException">It is not of the format, or no ring.</exception>
    public static RingConfiguration Read(string text, string source)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            return new(document.RootElement.GetProperty("nodes").EnumerateArray().Select(Member).ToList());
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new ConfigurationException($"{source} is no configuration of a ring: {e.Message}");
        }
        catch (ConfigurationException e)
        {
            throw new ConfigurationException($"{source}: {e.Message}");
        }
    }

    private static RingMember Member(JsonElement entry)
    {
        var listens = EndPoint(entry.GetProperty("listens"));
        var address = entry.TryGetProperty("address", out var other) ? EndPoint(other) : listens;
        return new(new Node(entry.GetProperty("id").GetInt32()), listens, address);
    }

    private static IPEndPoint EndPoint(JsonElement text) =>
        IPEndPoint.TryParse(text.GetString() ?? "", out var endPoint)
            ? endPoint
            : throw new FormatException($"'{text}' is no address with a port, such as 127.0.0.1:9001.");
}
