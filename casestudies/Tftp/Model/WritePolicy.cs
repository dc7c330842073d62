namespace Tftp.Model;

/// <summary>What clients may write.</summary>
/// <param name="MayCreate">Whether they may write files that do not exist yet.</param>
/// <param name="MayReplace">Whether they may write files that exist.</param>
public sealed record WritePolicy(bool MayCreate, bool MayReplace)
{
    /// <summary>Nothing at all.</summary>
    public static WritePolicy None => new(false, false);

    /// <summary>Whether a file may be written.</summary>
    /// <param name="standing">What there is under its name.</param>
    public bool Permits(Standing standing) => standing switch
    {
        Standing.Absent => MayCreate,
        Standing.Present => MayReplace,
        _ => false,
    };
}
