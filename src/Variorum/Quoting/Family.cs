namespace Variorum.Quoting;

/// <summary>What hangs on a word.</summary>
internal struct Family
{
    public static readonly Family Empty = new() { Subject = -1, Object = -1, Clause = -1 };

    /// <summary>A bit for each relation seen.</summary>
    public ulong Relations;

    /// <summary>The first subject, the first object and the last clause that completes it; -1 for none.</summary>
    public int Subject;
    public int Object;
    public int Clause;

    /// <summary>Hash of its first preposition or conjunction ("that", "by"); 0 for none.</summary>
    public uint Marker;

    public readonly bool Has(Relation relation) => (Relations >> (int)relation & 1) != 0;

    public void Add(int child, Token token, uint lemma)
    {
        Relations |= 1UL << (int)token.Relation;
        switch (token.Relation)
        {
            case Relation.NominalSubject or Relation.PassiveSubject or Relation.OuterSubject when Subject < 0:
                Subject = child;
                break;
            case Relation.Object or Relation.IndirectObject when Object < 0:
                Object = child;
                break;
            case Relation.ClausalComplement or Relation.OpenComplement or Relation.AdverbialClause or Relation.Parataxis:
                Clause = child;
                break;
            case Relation.Marker or Relation.Case when Marker == 0:
                Marker = lemma;
                break;
        }
    }
}
