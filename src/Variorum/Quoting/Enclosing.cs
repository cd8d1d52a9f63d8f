namespace Variorum.Quoting;

/// <summary>The clauses and loose phrases that a word stands in: the innermost two, eight bits each.</summary>
internal static class Enclosing
{
    /// <summary>Those around a word, from those around its head.</summary>
    public static uint Enter(uint outer, Relation relation) => IsLoose(relation) ? (outer << 8 & 0xFFFF) | ((uint)relation + 1) : outer;

    /// <summary>Whether what hangs so on a word may well be no part of what is said of it.</summary>
    private static bool IsLoose(Relation relation) => relation is Relation.Relative or Relation.NounClause or Relation.AdverbialClause or Relation.AdverbialRelative or Relation.ClausalComplement
        or Relation.OpenComplement or Relation.Parataxis or Relation.Conjunct or Relation.Appositive or Relation.Oblique or Relation.UnmarkedOblique or Relation.Nominal;
}
