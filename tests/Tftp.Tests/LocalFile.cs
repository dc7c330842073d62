namespace Tftp.Tests;

/// <summary>A file that a program of the distribution sends.</summary>
internal sealed class LocalFile : IDisposable
{
    public LocalFile(byte[] bytes) => File.WriteAllBytes(Path, bytes);

    public string Path { get; } = System.IO.Path.GetTempFileName();

    public void Dispose() => File.Delete(Path);
}
