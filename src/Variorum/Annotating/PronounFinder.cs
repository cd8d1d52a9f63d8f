using System.Collections.Frozen;

namespace Variorum.Annotating;

/// <summary>Finds pronouns of the third person outside quoted speech, where they can point at what the reporter named.</summary>
internal static class PronounFinder
{
    private static readonly FrozenDictionary<string, (Gender Gender, bool IsPlural, PronounCase Case, EntityType Type)> Pronouns =
        new Dictionary<string, (Gender, bool, PronounCase, EntityType)>(StringComparer.Ordinal)
        {
            ["he"] = (Gender.Masculine, false, PronounCase.Subject, EntityType.Person),
            ["him"] = (Gender.Masculine, false, PronounCase.Object, EntityType.Person),
            ["his"] = (Gender.Masculine, false, PronounCase.Possessive, EntityType.Person),
            ["himself"] = (Gender.Masculine, false, PronounCase.Reflexive, EntityType.Person),
            ["she"] = (Gender.Feminine, false, PronounCase.Subject, EntityType.Person),
            ["her"] = (Gender.Feminine, false, PronounCase.Possessive, EntityType.Person),
            ["hers"] = (Gender.Feminine, false, PronounCase.Possessive, EntityType.Person),
            ["herself"] = (Gender.Feminine, false, PronounCase.Reflexive, EntityType.Person),
            ["they"] = (Gender.Unknown, true, PronounCase.Subject, EntityType.Person),
            ["them"] = (Gender.Unknown, true, PronounCase.Object, EntityType.Person),
            ["their"] = (Gender.Unknown, true, PronounCase.Possessive, EntityType.Person),
            ["themselves"] = (Gender.Unknown, true, PronounCase.Reflexive, EntityType.Person),
            ["it"] = (Gender.Unknown, false, PronounCase.Subject, EntityType.Other),
            ["its"] = (Gender.Unknown, false, PronounCase.Possessive, EntityType.Other),
            ["itself"] = (Gender.Unknown, false, PronounCase.Reflexive, EntityType.Other),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    public static List<MentionDraft> Find(NameText text)
    {
        var found = new List<MentionDraft>();
        for (var i = 0; i < text.Count; i++)
        {
            if (text[i].Lower.Length is > 1 and < 11 && !text[i].IsAllCaps && !text.Quoted[i] && Pronouns.TryGetValue(text[i].Lower, out var entry))
            {
                found.Add(new MentionDraft(MentionKind.Pronoun, i, i + 1, "pronoun")
                {
                    Name = text[i].Lower,
                    Gender = entry.Gender,
                    IsPlural = entry.IsPlural,
                    Case = Case(text, i, entry.Case),
                    Type = entry.Type,
                });
            }
        }

        return found;
    }

    /// <summary>"her" before a noun is a possessive, before anything else an object.</summary>
    private static PronounCase Case(NameText text, int at, PronounCase listed)
    {
        var isObject = text.Is(at, "her") && (at + 1 >= text.Count || text[at + 1].IsOpening || !char.IsLetterOrDigit(text[at + 1].Form[0]) || text.IsTag(at + 1, PartOfSpeech.Adp));
        return isObject ? PronounCase.Object : listed;
    }
}
