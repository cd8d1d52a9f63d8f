using System.Collections.Immutable;

namespace Variorum.Aligning;

/// <summary>Sentences joined into utterances: disjoint sets that know their speaker.</summary>
internal sealed class UnitGroups
{
    private readonly ImmutableArray<SpokenUnit> _units;
    private readonly int[] _root;
    private readonly List<int>[] _members;
    private readonly int?[] _speaker;
    private readonly bool[] _isNamed;
    private readonly ImmutableArray<string>[] _source;
    private readonly string?[] _rule;

    public UnitGroups(ImmutableArray<SpokenUnit> units)
    {
        _units = units;
        _root = [.. Enumerable.Range(0, units.Length)];
        _members = [.. Enumerable.Range(0, units.Length).Select(i => new List<int> { i })];
        _speaker = [.. units.Select(unit => unit.Speaker)];
        _isNamed = [.. units.Select(unit => unit.IsNamed)];
        _source = [.. units.Select(unit => unit.Source)];
        _rule = new string?[units.Length];
    }

    /// <summary>Joins the groups of two sentences unless their speakers differ.</summary>
    public void Join(int left, int right, string rule)
    {
        var (keep, give) = (_root[left], _root[right]);
        if (keep == give || !SpokenUnit.MayBeOne(_speaker[keep], _isNamed[keep], _source[keep], _speaker[give], _isNamed[give], _source[give]))
        {
            return;
        }

        if (_members[give].Count > _members[keep].Count)
        {
            (keep, give) = (give, keep);
        }

        foreach (var member in _members[give])
        {
            _root[member] = keep;
        }

        _members[keep].AddRange(_members[give]);
        _members[give].Clear();
        if (_isNamed[give] && !_isNamed[keep] || _speaker[keep] is null && _speaker[give] is not null || _source[keep].IsEmpty)
        {
            (_source[keep], _speaker[keep], _isNamed[keep]) = (_source[give].IsEmpty ? _source[keep] : _source[give], _speaker[give] ?? _speaker[keep], _isNamed[give] || _isNamed[keep]);
        }

        _rule[keep] ??= _rule[give] ?? rule;
    }

    /// <summary>Joins a sentence's group to its neighbour's where the same quotes print both, or one quote alone prints the one.</summary>
    public void JoinNeighbours()
    {
        for (var i = 0; i + 1 < _units.Length; i++)
        {
            var (here, next) = (_root[i], _root[i + 1]);
            if (_units[i].Part.Place == _units[i + 1].Part.Place && here != next && AreTogether(here, next))
            {
                Join(i, i + 1, "one-quote");
            }
        }
    }

    /// <summary>All groups, each with its sentences in order.</summary>
    public IEnumerable<(ImmutableArray<SpokenUnit> Units, string Rule)> All() =>
        Enumerable.Range(0, _units.Length).Where(i => _members[i].Count > 0).Select(i => (_members[i].Order().Select(m => _units[m]).ToImmutableArray(), _rule[i] ?? "one-quote"));

    private bool AreTogether(int left, int right)
    {
        var (here, there) = (Places(left), Places(right));
        return here.SetEquals(there) || here.Count == 1 && here.IsSubsetOf(there) || there.Count == 1 && there.IsSubsetOf(here);
    }

    private HashSet<(int Article, int Quote)> Places(int root) => [.. _members[root].Select(member => _units[member].Part.Place)];
}
