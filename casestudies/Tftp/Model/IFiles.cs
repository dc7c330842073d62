namespace Tftp.Model;

/// <summary>Files as sequences of blocks (RFC 1350, section 6).</summary>
public interface IFiles : ITheory
{
    /// <summary>The largest number of a block: they have 16 bits.</summary>
    const int MostBlocks = 65_535;

    /// <summary>Whether there is a file that may be read.</summary>
    bool Exists(Content content);

    /// <summary>The number of the last block; they are numbered from 1.</summary>
    int Last(Content content);

    /// <summary>A block.</summary>
    Block BlockOf(Content content, int number);

    /// <summary>There is at least one block, and all numbers have 16 bits.</summary>
    [Axiom]
    bool LastIsANumber(Content content) => Implies(Exists(content), Last(content) >= 1 && Last(content) <= MostBlocks);

    /// <summary>Exactly the last block, which may be empty, is not full.</summary>
    [Axiom]
    bool OnlyTheLastIsShort(Content content, int number) =>
        Implies(
            Exists(content) && number >= 1 && number <= Last(content),
            (number == Last(content)) == (BlockOf(content, number).Length < Block.Full));
}
