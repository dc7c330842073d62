using Igloo.Models;
using Igloo.Values;

namespace Igloo.Generators.Tests.Corpus;

[Model]
public static class Collections
{
    public static Set<int> Sets(Set<int> a, Set<int> b, int x) =>
        a.Add(x).Union(b.Remove(x)).Except(Set<int>.Of(1, x)).Intersect(a.Union(b)).RemoveWhere(e => e > 2);

    public static bool SetTests(Set<int> a, Set<int> b, int x) =>
        a.Contains(x) && a.IsSubsetOf(b) || a.IsEmpty || a.Count > 2 || a.All(e => e < x) || b.Exists(e => e == x && a.Contains(e)) || a == b;

    public static Set<int> Where(Set<int> a, int x) => a.Where(e => e > 0 && e != x);

    public static Set<(int Epoch, Agent Holder)> NamedTuples(Set<(int Epoch, Agent Holder)> a, Agent x) =>
        a.Exists(e => e.Epoch > 1) ? Set<(int, Agent)>.Empty.Add((1, x)) : a.Add((2, x));

    public static Map<Agent, (int Low, int High)> NamedTuplesInMaps(Map<Agent, (int Low, int High)> m, Agent x) =>
        m[x].Low > 0 ? Map<Agent, (int, int)>.Constant((1, 2)).Set(x, m[x]) : m.Set(x, (1, m[x].High));

    public static Set<Agent> AddWhere(Set<Agent> a, Domain<Agent> all, Agent x) => a.AddWhere(all, e => e != x);

    public static Set<int> CollectionExpression(int x, int y) => [x, y, 3];

    public static Set<Shape> SetOfCases(Set<Shape> s, int x) => s.Add(new Shape.Circle(x)).Where(e => e is Shape.Circle { Radius: > 0 } or Shape.Dot);

    public static bool MethodGroup(Set<int> a) => a.All(IsSmall);

    public static bool MethodGroupOfCollection(Set<int> a, Set<int> b) => a.All(b.Contains) || b.Where(a.Contains).IsEmpty;

    public static Map<Agent, Set<int>> Maps(Map<Agent, Set<int>> m, Agent a, int x) => m.Set(a, m[a].Add(x)).Update(a, s => s.Remove(0));

    public static Map<Agent, int> Constant(Agent a, int x) => Map<Agent, int>.Constant(0).Set(a, x);

    public static Map<Agent, int> SetWhere(Map<Agent, int> m, Domain<Agent> all, Agent a) => m.SetWhere(all, k => k != a, k => m[k] + 1);

    public static bool MapEquality(Map<Agent, int> m, Map<Agent, int> n, Agent a) => m == n || m[a] == n[a];

    // Every key is set, so that only the defaults can tell the maps apart.
    public static bool MapEqualityWithoutOtherKeys(Map<Agent, int> m, Map<Agent, int> n, Domain<Agent> all, int x) =>
        m.SetWhere(all, _ => true, _ => x) == n.SetWhere(all, _ => true, k => n[k] == 0 ? x : 0);

    public static bool MapInequalityWithoutOtherKeys(Map<Agent, int> m, Map<Agent, int> n, Domain<Agent> all) =>
        all.All(k => m.SetWhere(all, _ => true, _ => 0)[k] == n[k]) && m.SetWhere(all, _ => true, _ => 0) != n;

    public static bool MapsOfFiniteKeys(Map<bool, int> m, Map<bool, int> n, Map<Colour, bool> c, int x) =>
        m.Set(true, x).Set(false, 0) != n.Set(false, 0).Set(true, x) || c.Set(Colour.Red, false) == c.Set(Colour.Red, true).Set(Colour.Red, false);

    public static bool DomainMapEquality(Domain<Agent> all, Map<Agent, bool> m, Agent a) =>
        all.ToMap(x => x == a) == m || all.ToMap(_ => true) == Map<Agent, bool>.Constant(true) && all.ToMap(x => m[x]) == m;

    public static bool NestedMaps(Map<Agent, Map<bool, int>> m, Map<Agent, Map<bool, int>> n, Domain<Agent> all, Agent a, int x) =>
        m.Set(a, m[a].Set(true, x).Set(false, x)).SetWhere(all, k => k != a, _ => Map<bool, int>.Constant(x))
            == all.ToMap(k => k == a ? n[k].Set(true, x).Set(false, x) : Map<bool, int>.Constant(x));

    public static bool MapsInRecords(Map<bool, int> m, Map<bool, int>? n, FiniteMap<Agent, Map<bool, int>> f, Seq<Map<bool, int>> s, Agent a, int x) =>
        (x, m.Set(true, 0).Set(false, 0)) == (x, Map<bool, int>.Constant(x).Set(true, 0).Set(false, 0))
        || n == m || f.Find(a) == n || s == Seq<Map<bool, int>>.Of(m);

    public static Map<bool, int> ChosenMaps(Map<bool, int> m, bool b, int x) =>
        (b ? m : Map<bool, int>.Constant(x)).Set(true, x).Update(false, v => v + 1).Set(false, x);

    public static bool Domains(Domain<Agent> all, Set<Agent> s, Agent a) =>
        all.All(x => s.Contains(x)) || all.Exists(x => x == a && all.Contains(x)) && all.ToSet().Contains(a);

    public static Set<Agent> DomainWhere(Domain<Agent> all, Agent a) => all.Where(x => x != a);

    public static Map<Agent, bool> DomainMap(Domain<Agent> all, Agent a) => all.ToMap(x => x == a);

    public static FiniteMap<Agent, int> FiniteMaps(FiniteMap<Agent, int> m, Agent a, Agent b) => m.ContainsKey(a) ? m.Set(b, m[a]).Remove(a) : m;

    public static bool FiniteMapTests(FiniteMap<Agent, int> m, Set<Agent> s) =>
        m.All((k, v) => v > 0 || s.Contains(k)) || m.Exists((k, v) => v == 1) || m.Count == 0 || m.Keys == s || m == FiniteMap<Agent, int>.Empty;

    public static int FiniteMapGet(FiniteMap<Agent, int> m, Agent a) => m[a];

    public static int? Find(FiniteMap<Agent, int> m, Agent a) => m.Find(a);

    public static int FindReference(FiniteMap<Agent, Order> m, Agent a) => m.Find(a) is { Amount: > 0 } o ? o.Amount : 0;

    public static Bag<int> Bags(Bag<int> a, Bag<int> b, int x) => a.Add(x).Union(b).Remove(x).Union(Bag<int>.Of(x, x));

    public static bool BagTests(Bag<int> a, int x) => a.CountOf(x) > 1 || a.Contains(x) && a.All(e => e < 3) || a.Exists(e => e == x) || a.Count > 4 || a == Bag<int>.Empty;

    public static Seq<int> Seqs(Seq<int> a, Seq<int> b, int x) => a.Append(x).Concat(b).Skip(1).Take(3).Concat(Seq<int>.Of(x)).Prepend(x);

    public static bool SeqTests(Seq<int> a, Seq<int> b, int x) =>
        a.IsPrefixOf(b) || a.Contains(x) || a.All(e => e > 0) && a.Exists(e => e == x) || a.AllPairs((p, q) => p < q) || a.Count == b.Count || a == Seq<int>.Empty;

    public static int SeqParts(Seq<int> a) => a.IsEmpty ? 0 : a.First + a.Rest.Count + a[0];

    public static int SeqGet(Seq<int> a, int i) => a[i];

    public static Seq<int> SeqSet(Seq<int> a, int i, int x) => a.Set(i, x);

    public static Set<Point> Nested(Set<Point> s, Set<int> xs) => s.Where(p => xs.Exists(x => p.X == x && s.All(q => q.Y >= p.Y || q.X != x)));

    public static bool BlockLambda(Set<int> s, int k) => s.All(e =>
    {
        var twice = e * 2;
        if (twice > k)
        {
            return true;
        }

        return e < 0;
    });

    public static bool ComputedScrutinee(Set<Order> s) => s.Exists(o => Previous(o) is { } p && p.Amount > o.Amount);

    private static bool IsSmall(int x) => x < 3;

    private static Order? Previous(Order o) => o.Previous;
}
