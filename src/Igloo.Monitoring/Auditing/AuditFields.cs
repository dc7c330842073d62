using System.Collections.Immutable;
using System.Text.Json;

namespace Igloo.Monitoring.Auditing;

/// <summary>The names in the lines of an audit log.</summary>
internal static class AuditFields
{
    public static readonly JsonEncodedText Sequence = JsonEncodedText.Encode("seq");
    public static readonly JsonEncodedText At = JsonEncodedText.Encode("at");
    public static readonly JsonEncodedText Kind = JsonEncodedText.Encode("kind");
    public static readonly JsonEncodedText Intent = JsonEncodedText.Encode("intent");
    public static readonly JsonEncodedText Text = JsonEncodedText.Encode("text");
    public static readonly JsonEncodedText Event = JsonEncodedText.Encode("event");
    public static readonly JsonEncodedText State = JsonEncodedText.Encode("state");

    private static readonly ImmutableArray<JsonEncodedText> Kinds = [.. Enum.GetNames<AuditKind>().Select(n => JsonEncodedText.Encode(n.ToLowerInvariant()))];

    public static JsonEncodedText NameOf(AuditKind kind) => Kinds[(int)kind];
}
