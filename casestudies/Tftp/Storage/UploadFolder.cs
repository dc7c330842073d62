namespace Tftp.Storage;

/// <summary>A folder that clients may write files to.</summary>
/// <param name="path">Where it is.</param>
/// <param name="mayCreate">Whether they may write files that do not exist yet.</param>
/// <param name="mayReplace">Whether they may write files that exist.</param>
public sealed class UploadFolder(string path, bool mayCreate, bool mayReplace)
{
    /// <summary>Whether files may be written that do not exist yet.</summary>
    public bool MayCreate => mayCreate;

    /// <summary>Whether files may be written that exist.</summary>
    public bool MayReplace => mayReplace;

    /// <summary>Whether there is a file of a name in this folder; null if there is no place for one: the name leads elsewhere, or to something else.</summary>
    /// <param name="name">The name, as a client gives it.</param>
    public bool? Exists(string name)
    {
        var file = PathOf(name);
        return Path.GetFileName(file) != name || Directory.Exists(file) ? null : File.Exists(file);
    }

    /// <summary>Writes a file as a whole or not at all, over another one only if that is allowed.</summary>
    /// <param name="name">A name for which there is a place.</param>
    /// <param name="bytes">What is to be in it.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The error to tell the client, or null if the file is written.</returns>
    public async Task<(int Code, string Text)?> WriteAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        var unfinished = PathOf($".{Path.GetRandomFileName()}");
        try
        {
            await File.WriteAllBytesAsync(unfinished, bytes, cancellation);
            File.Move(unfinished, PathOf(name), mayReplace);
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return (2, "the file may not be written");
        }
        catch (IOException) when (!mayReplace && Path.Exists(PathOf(name)))
        {
            return (6, "the file exists");
        }
        catch (IOException failure)
        {
            return (3, failure.Message);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private string PathOf(string name) => Path.Combine(path, name);
}
