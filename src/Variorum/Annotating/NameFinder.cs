using Variorum.Lexicons;

namespace Variorum.Annotating;

/// <summary>Finds names: runs of words with a capital, with the small words that hold them together.</summary>
/// <remarks><b>Order.</b> Where a run begins and ends is read from shapes and lists; then <see cref="NameSplitter"/> parts titles from names.</remarks>
internal sealed class NameFinder(NameText text, Gazetteer gazetteer)
{
    /// <summary>A longer run of capitals is no name but a line in capitals; it is read in pieces.</summary>
    private const int LongestRun = 16;

    private readonly NameSplitter _splitter = new(text, gazetteer);

    public List<MentionDraft> Find()
    {
        var found = new List<MentionDraft>();
        foreach (var sentence in text.Document.Sentences)
        {
            var at = sentence.First;
            while (at < sentence.End)
            {
                var end = Starts(at) ? RunEnd(at, Math.Min(sentence.End, at + LongestRun)) : at;
                if (end > at)
                {
                    _splitter.Split(at, end, found);
                }

                at = Math.Max(end, at + 1);
            }
        }

        return found;
    }

    /// <summary>Whether a name can begin here.</summary>
    private bool Starts(int at)
    {
        var word = text[at];
        if (!word.IsCapital)
        {
            return IsArabicArticle(at);
        }

        if (word.IsPlain || !word.Form.Any(char.IsLetter) || (word.IsOpening && !IsInitial(at)))
        {
            return false;
        }

        return text.Opens(at) || text.InTitleCase(at) ? StartsSentence(at) : !word.IsSoftOpening || IsNameWord(at + 1);
    }

    /// <summary>Whether a word whose capital shows nothing is a name's.</summary>
    private bool StartsSentence(int at)
    {
        var word = text[at];
        if (word.IsSoftOpening || IsAdverb(word))
        {
            return !IsAdverb(word) && IsNameWord(at + 1) && (text.CapitalsInside(word.Form) > 0 || !text.InTitleCase(at));
        }

        if (text.CapitalsInside(word.Form) > 0 || word.Country is not null || (word.IsAllCaps && !text.IsAlsoSmall(word.Lower) && !text.InTitleCase(at)))
        {
            return true;
        }

        return text.IsTagged ? text.IsTag(at, PartOfSpeech.Propn) || OpensTitle(at) : IsListed(at);
    }

    private bool IsAdverb(NameWord word) => word.Lower.EndsWith("ly", StringComparison.Ordinal) && !word.IsListed && !word.IsAllCaps && text.CapitalsInside(word.Form) == 0;

    /// <summary>"Ostrian President": an adjective nobody listed.</summary>
    private bool OpensTitle(int at) => text.IsTag(at, PartOfSpeech.Adj) && at + 1 < text.Count && text[at + 1].IsTitle && !text.InTitleCase(at);

    private bool IsListed(int at)
    {
        var word = text[at];
        return word.IsTitle || word.IsTitleModifier || (word.IsListed && !text.IsAlsoSmall(word.Lower)) || KnownNames.Contains(word.Proper)
            || Gazetteer.IsMajorCity(word.Proper) || (IsNameWord(at + 1) && !text.InTitleCase(at)) || gazetteer.FindCity(word.Proper) is not null;
    }

    /// <summary>"al-Sadr" and the like: a small article glued to a name.</summary>
    private bool IsArabicArticle(int at) => text.IsAny(at, "al", "el", "ul", "ad", "an", "ar", "as") && text.IsHyphen(at + 1) && IsNameWord(at + 2);

    private bool IsInitial(int at) => text[at].Form.Length == 2 && text[at].Form[1] == '.' && IsNameWord(at + 1);

    private bool IsNameWord(int at) => at < text.Count && text[at].IsCapital && !text[at].IsPlain && !text[at].IsOpening && char.IsLetter(text[at].Form[0]);

    private int RunEnd(int first, int limit)
    {
        var end = text[first].IsCapital ? first + 1 : first + 3;
        var isJoined = false;
        while (end < limit)
        {
            var next = IsCapitalNext(end) ? end + 1 : NextByJoin(first, end, ref isJoined);
            if (next <= end || next > limit)
            {
                break;
            }

            end = next;
        }

        return end;
    }

    private bool IsCapitalNext(int at) =>
        IsNameWord(at) || (at < text.Count && text[at].Form is "Jr." or "Jr" or "Sr." or "Sr" or "II" or "III" or "IV") || IsMiddleInitial(at);

    private bool IsMiddleInitial(int at) => at < text.Count && text[at].IsCapital && text[at].Form.Length <= 2 && text[at].Form[^1] == '.' && IsNameWord(at + 1);

    /// <summary>Where the run goes on after a small word or mark at <paramref name="at"/>; <paramref name="at"/> where it does not.</summary>
    private int NextByJoin(int first, int at, ref bool isJoined)
    {
        if (text.IsHyphen(at))
        {
            return AfterHyphen(first, at);
        }

        if (text.Is(at, "&") && IsNameWord(at + 1))
        {
            return at + 2;
        }

        if (IsParticle(at))
        {
            var next = IsParticle(at + 1) ? at + 2 : at + 1;
            return text.IsHyphen(next) && IsNameWord(next + 1) ? next + 2 : IsNameWord(next) ? next + 1 : at;
        }

        if (text.Is(at, ","))
        {
            return at + 1 < text.Count && text[at + 1].Organisation.HasFlag(OrganisationWord.Suffix) && text[at + 1].Form is "Inc" or "Inc." or "Ltd" or "Ltd." or "LLC" or "Jr." ? at + 2 : at;
        }

        if (text.IsPossessive(at))
        {
            return AfterPossessive(first, at);
        }

        return AfterConnector(first, at, ref isJoined);
    }

    private int AfterHyphen(int first, int at)
    {
        if (at + 1 < text.Count && text[at + 1].IsCapital && char.IsLetter(text[at + 1].Form[0]))
        {
            return IsPairOfCountries(first, at) ? at : at + 2;
        }

        // "Mazar-i-Sharif", "Ban Ki-moon": a small part is of the name where another follows or a short name goes before.
        if (text.IsHyphen(at + 2) && text[at + 1].Form.Length <= 3 && IsNameWord(at + 3))
        {
            return at + 4;
        }

        var isSyllable = at + 1 < text.Count && text[at + 1].Form.Length <= 5 && char.IsLower(text[at + 1].Form[0]) && text[at - 1].Form.Length <= 5;
        return isSyllable && at - first >= 2 && !text.IsAny(at + 1, "led", "era", "run", "made", "held", "based", "like", "style", "owned", "wide", "born", "only") ? at + 2 : at;
    }

    private bool IsPairOfCountries(int first, int hyphen) => text[hyphen + 1].Country is not null && text[hyphen - 1].Country is not null && hyphen - first == 1;

    private bool IsParticle(int at) =>
        text.IsAny(at, "de", "von", "van", "der", "den", "bin", "ibn", "bint", "al", "el", "la", "le", "du", "da", "dos", "das", "di", "del", "y", "ul", "zu", "ben", "ter", "ten");

    private int AfterPossessive(int first, int at)
    {
        if (KnownNames.Contains(text.Of(first, at + 1).Replace('’', '\'')))
        {
            return at + 1;
        }

        var goesOn = text[at - 1].Form is "People" or "Women" or "Children" or "Veterans" or "Workers" or "Minister" or "President" or "Peoples" or "Farmers" or "Teachers" or "Lloyd" or "King" or "Queen";
        return goesOn && at + 1 < text.Count && text[at + 1].IsKindWord ? at + 2 : at;
    }

    /// <summary>"Ministry of Trade and Industry", "Organisation for the Prohibition of Arms", "Smith and Jones Ltd".</summary>
    private int AfterConnector(int first, int at, ref bool isJoined)
    {
        if (text.Is(at, "and"))
        {
            return IsNameWord(at + 1) && (isJoined ? ContinuesList(at + 1) : at - first == 1 && IsFirmAfter(at + 1)) ? at + 2 : at;
        }

        if (!text.IsAny(at, "of", "for", "on", "in") || !GoesOn(first, at))
        {
            return at;
        }

        var next = text.Is(at + 1, "the") ? at + 2 : at + 1;
        if (!IsNameWord(next) || text.Opens(next))
        {
            return at;
        }

        isJoined = true;
        return next + 1;
    }

    private bool GoesOn(int first, int at)
    {
        var head = text[at - 1];
        var isPlaceHead = text.Is(at, "of") && (head.Proper is "Republic" or "Gulf" or "Strait" or "Bay" or "Isle" or "Kingdom" or "Cape" or "Horn" or "Port" or "Sea" or "City" or "State" or "States" or "Tower" or "Church" or "Battle" or "Day" or "Bill");
        return isPlaceHead || (head.Organisation.HasFlag(OrganisationWord.GoesOn) && !(text.Is(at, "in") || (text.Is(at, "on") && head.Proper is not ("Council" or "Committee" or "Commission"))))
            || (text.Is(at, "of") && head.Proper is "Secretary" or "Chief" or "Head" or "Director" or "Joint" or "Speaker" && at - first < 4 && text[at].Lower == "of");
    }

    private bool ContinuesList(int at) => !text[at].IsListed && !text[at].IsAllCaps && !text[at].IsTitle && !KnownNames.Contains(text[at].Form);

    private bool IsFirmAfter(int at)
    {
        var end = at;
        while (IsNameWord(end))
        {
            end++;
        }

        return end - at is 1 or 2 && (text[end - 1].Organisation.HasFlag(OrganisationWord.Suffix) || text[end - 1].Proper is "Bank" or "Sons");
    }
}
