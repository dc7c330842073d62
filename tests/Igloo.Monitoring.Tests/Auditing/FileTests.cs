using System.Diagnostics;
using Igloo.Monitoring.Auditing;
using Igloo.Monitoring.Runs;
using Igloo.Monitoring.Tests.Models;
using E = Igloo.Monitoring.Tests.Models.Counter.Event;

namespace Igloo.Monitoring.Tests.Auditing;

/// <summary>Files that cannot be had: whatever the system says, it is an <see cref="IOException"/>, and no number is written twice.</summary>
public sealed class FileTests : IDisposable
{
    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Log_in_the_place_of_a_folder_or_in_none_is_refused()
    {
        Directory.CreateDirectory(folder["d.jsonl"]);

        Assert.Throws<IOException>(() => AuditLog<E>.Create(folder["d.jsonl"]));
        Assert.ThrowsAny<IOException>(() => AuditLog<E>.Create(Path.Combine(folder["none"], "c.jsonl")));
        Assert.ThrowsAny<IOException>(() => AuditLog<E>.Continue(Path.Combine(folder["none"], "c.jsonl")));
    }

    [Fact]
    public void Second_process_neither_creates_nor_continues_a_log_that_is_being_written()
    {
        using var first = AuditLog<E>.Create(folder["c.jsonl"]);

        Assert.Throws<IOException>(() => AuditLog<E>.Create(folder["c.jsonl"]));
        Assert.Throws<IOException>(() => AuditLog<E>.Continue(folder["c.jsonl"]));
        Assert.False(File.Exists(folder["c.1.jsonl"]));
    }

    [Fact]
    public void Second_process_does_not_continue_a_log_that_another_one_continues()
    {
        AuditLog<E>.Create(folder["c.jsonl"]).Dispose();
        using var first = AuditLog<E>.Continue(folder["c.jsonl"]);

        Assert.Throws<IOException>(() => AuditLog<E>.Continue(folder["c.jsonl"]));
    }

    [Fact]
    public void Log_of_a_process_that_has_ended_is_continued()
    {
        AuditLog<E>.Create(folder["c.jsonl"]).Dispose();

        AuditLog<E>.Continue(folder["c.jsonl"]).Dispose();

        Assert.True(File.Exists(folder["c.1.jsonl"]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Log_that_would_keep_no_file_is_refused(int kept) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => AuditLog<E>.Create(folder["c.jsonl"], new() { KeptFiles = kept }));

    [Fact]
    public void Old_file_that_cannot_be_deleted_costs_no_line()
    {
        using var log = AuditLog<E>.Create(folder["c.jsonl"], new() { LargestFile = 200, KeptFiles = 2 });
        using var monitor = PermissionMonitor.Start(new Counter(), new() { Audit = log });
        var next = 0;
        while (!File.Exists(folder["c.1.jsonl"])) monitor.TryDo(new E.Keep(next++));
        Assert.SkipUnless(IsChanged("+i", folder["c.jsonl"]), "needs files that cannot be deleted");
        try
        {
            for (var i = 0; i < 6; i++) monitor.TryDo(new E.Keep(next++));
        }
        finally
        {
            IsChanged("-i", folder["c.jsonl"]);
        }

        Assert.False(monitor.Health.IsAuditLost);
        Assert.True(File.Exists(folder["c.jsonl"]));
        Assert.False(File.Exists(folder["c.1.jsonl"]));
        var last = AuditLogReader.Read<E>(AuditFiles.Of(folder["c.jsonl"])[^1]);
        Assert.Equal(AuditKind.State, last[0].Kind);
        Assert.IsType<LogVerdict<E>.Accepted>(LogCheck.Of(new Counter()).Check(last));
    }

    private static bool IsChanged(string how, string file)
    {
        if (!OperatingSystem.IsLinux()) return false;
        try
        {
            using var process = Process.Start(new ProcessStartInfo("chattr", [how, file]) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
