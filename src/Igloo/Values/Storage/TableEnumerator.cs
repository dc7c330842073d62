namespace Igloo.Values.Storage;

/// <summary>Walks the entries of a table in the order of its nodes; allocates only where there are branches.</summary>
internal struct TableEnumerator<K, V>
{
    private const int Depth = 8;

    private readonly (Branch Branch, int Next)[]? path;
    private Entry<K, V>[] leaf;
    private int depth;
    private int index;

    public TableEnumerator(object? root)
    {
        leaf = [];
        index = -1;
        depth = -1;
        if (root is Branch branch)
        {
            path = new (Branch, int)[Depth];
            path[depth = 0] = (branch, 0);
        }
        else if (root is not null)
        {
            leaf = Nodes<K, V>.Leaf(root);
        }
    }

    public readonly ref readonly Entry<K, V> Current => ref leaf[index];

    public bool MoveNext()
    {
        while (++index >= leaf.Length)
            if (!NextLeaf()) return false;
        return true;
    }

    private bool NextLeaf()
    {
        while (depth >= 0)
        {
            ref var place = ref path![depth];
            if (place.Next == Branch.Width)
            {
                depth--;
                continue;
            }

            switch (place.Branch[place.Next++])
            {
                case null:
                    break;
                case Branch inner:
                    path[++depth] = (inner, 0);
                    break;
                case var node:
                    leaf = Nodes<K, V>.Leaf(node);
                    index = -1;
                    return true;
            }
        }

        index = leaf.Length;
        return false;
    }
}
