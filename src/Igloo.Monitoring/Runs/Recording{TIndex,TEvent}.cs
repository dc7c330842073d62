using System.Collections.Immutable;
using Igloo.Monitoring.Auditing;

namespace Igloo.Monitoring.Runs;

/// <summary>Puts the entries of a component's audit logs together: file by file, run by run.</summary>
/// <param name="component">The component.</param>
internal sealed class Recording<TIndex, TEvent>(TIndex component)
    where TEvent : class
{
    private readonly ImmutableArray<RecordedEvent<TIndex, TEvent>>.Builder events = ImmutableArray.CreateBuilder<RecordedEvent<TIndex, TEvent>>();
    private readonly ImmutableArray<RecordedState>.Builder states = ImmutableArray.CreateBuilder<RecordedState>();
    private readonly List<(AuditEntry<TEvent> Entry, LogPlace? Place)> run = [];
    private bool isBegun;

    /// <exception cref="InvalidDataException">The file does not go on from the one before it.</exception>
    public void Add(ImmutableArray<AuditEntry<TEvent>> entries, string? file)
    {
        for (var i = 0; i < entries.Length; i++)
        {
            var entry = entries[i];
            if (entry.Kind == AuditKind.Start) EndRun();
            else if (run.Count > 0 && entry.Sequence != run[^1].Entry.Sequence + 1) throw Gap(entry, file, i + 1);
            run.Add((entry, file is null ? null : new(file, i + 1)));
        }
    }

    public RecordedLog<TIndex, TEvent> Ended()
    {
        EndRun();
        return new(component, events.ToImmutable()) { States = states.ToImmutable(), Lines = isBegun ? null : new() };
    }

    // The numbers of a run, by which outcomes name intents, begin anew with it.
    private void EndRun()
    {
        var outcomes = Outcomes();
        var happened = outcomes.Where(o => o.Value is AuditKind.Done or AuditKind.Failed).ToImmutableDictionary(o => o.Key, o => o.Value == AuditKind.Done);
        foreach (var (entry, place) in run)
        {
            if (entry.Kind == AuditKind.State || (entry.Kind == AuditKind.Start && isBegun))
            {
                states.Add(new(events.Count, entry.State, $"{component} #{entry.Sequence} {(entry.State is null ? "started again" : "goes on")}") { Place = place, Outcomes = happened });
            }
            else if (Event(entry, outcomes) is { } e)
            {
                events.Add(e with { Place = place });
            }

            isBegun = true;
        }

        run.Clear();
    }

    private RecordedEvent<TIndex, TEvent>? Event(in AuditEntry<TEvent> entry, Dictionary<long, AuditKind> outcomes)
    {
        if (entry.Kind is not (AuditKind.Intent or AuditKind.Input or AuditKind.Internal or AuditKind.Observed)) return null;
        if (entry.Event is null && entry.Redacted is null) return null;
        var outcome = outcomes.GetValueOrDefault(entry.Sequence);
        if (outcome == AuditKind.Failed) return null;
        return new(component, entry.Sequence, entry.At, entry.Event, entry.Kind != AuditKind.Intent || outcome == AuditKind.Done) { Redacted = entry.Redacted };
    }

    private Dictionary<long, AuditKind> Outcomes()
    {
        var outcomes = new Dictionary<long, AuditKind>();
        var first = run.Count == 0 ? 0 : run[0].Entry.Sequence;
        foreach (var (entry, place) in run)
        {
            if (entry.Intent == 0) continue;
            var isKnown = entry.Intent > 0 && entry.Intent < entry.Sequence && (entry.Intent < first || run[(int)(entry.Intent - first)].Entry.Kind == AuditKind.Intent);
            if (!isKnown) throw new InvalidDataException($"{At(place, entry)}: the outcome of number {entry.Intent}, which is no output.");
            if (!outcomes.TryAdd(entry.Intent, entry.Kind)) throw new InvalidDataException($"{At(place, entry)}: another outcome of number {entry.Intent}.");
        }

        return outcomes;
    }

    private InvalidDataException Gap(in AuditEntry<TEvent> entry, string? file, int line) =>
        new($"{file ?? "line"}:{line}: number {entry.Sequence} follows number {run[^1].Entry.Sequence}{(run[^1].Place is { } last ? $" ({last})" : "")}; a file between the two is missing, or they are of different runs.");

    private static string At(LogPlace? place, in AuditEntry<TEvent> entry) => place?.ToString() ?? $"#{entry.Sequence}";
}
