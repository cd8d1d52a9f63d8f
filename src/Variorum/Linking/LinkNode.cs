using System.Collections.Immutable;
using Variorum.Annotating;
using Variorum.Lexicons;

namespace Variorum.Linking;

/// <summary>A chain of one article as the rules of linking read it.</summary>
internal sealed class LinkNode
{
    public LinkNode(int article, int index, Reading reading, Gazetteer gazetteer)
    {
        Article = article;
        Index = index;
        Chain = reading.Chains[index];
        var named = Chain.Mentions.Select(m => reading.Mentions[m]).Where(m => m.Kind == MentionKind.Name).Select(m => m.Name.Of(reading.Document.Text)).ToList();
        IsNamed = named.Count > 0 && !Peoples.Contains(Chain.Name);
        var country = gazetteer.FindCountry(Chain.Name, out var kind);
        IsNationality = IsNamed && country is not null && kind == CountryNameKind.Adjective;
        Country = IsNamed && country is not null && kind is CountryNameKind.Name or CountryNameKind.Adjective ? country : null;
        Forms = [.. named.Where(n => Country is null || gazetteer.FindCountry(n, out var k) is null || k == CountryNameKind.Name).Select(Tidy)];
        Keys = [.. Forms.Select(LinkKey.Of).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Known = Forms.Select(KnownNames.Find).FirstOrDefault(known => known is not null);
        Full = LinkKey.Of(Tidy(Chain.Name));
        Words = NameKey.Words(Full);
        Posts = [.. (IsNamed ? Chain.Roles.AsEnumerable() : [Chain.Name]).Select(role => Post.Read(role, gazetteer)).OfType<Post>()];
    }

    public int Article { get; }

    public int Index { get; }

    public Chain Chain { get; }

    public bool IsNamed { get; }

    /// <summary>Whether it is "Russian" and the like alone.</summary>
    public bool IsNationality { get; }

    /// <summary>The country it is; null for all else.</summary>
    public Country? Country { get; }

    /// <summary>Its names as printed, one a mention, nationality words left out.</summary>
    public ImmutableArray<string> Forms { get; }

    /// <summary>Its names with spelling set aside, each once.</summary>
    public ImmutableArray<string> Keys { get; }

    /// <summary>First name of the well-known organisation that it is; null for none.</summary>
    public string? Known { get; }

    /// <summary>Key of its fullest name.</summary>
    public string Full { get; }

    /// <summary>Words of its fullest name.</summary>
    public string[] Words { get; }

    public ImmutableArray<Post> Posts { get; }

    public bool IsPerson => Chain is { Type: EntityType.Person, IsPlural: false };

    /// <summary>A name printed in capitals is no other name than the same in small letters.</summary>
    private static string Tidy(string name) => name.Length > 5 && !name.Any(char.IsLower) && !name.Any(char.IsAsciiDigit)
        ? string.Join(' ', name.Split(' ').Select(w => w.Length < 2 ? w : w[0] + w[1..].ToLowerInvariant()))
        : name.Replace('\n', ' ');
}

/// <summary>A role held in a country.</summary>
/// <param name="Noun">"president".</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
internal sealed record Post(string Noun, string Country)
{
    /// <summary>The post that a description names ("Iran's new president", "president of Iran"); null where it names no country or no role.</summary>
    public static Post? Read(string description, Gazetteer gazetteer)
    {
        var words = description.Replace('’', '\'').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string? country = null;
        var head = words.Length;
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i].EndsWith("'s", StringComparison.Ordinal) ? words[i][..^2] : words[i];
            head = i > 0 && head == words.Length && word is "of" or "for" ? i : head;
            country ??= gazetteer.FindCountry(word, out var kind) is { } found && kind is CountryNameKind.Name or CountryNameKind.Adjective ? found.Code : null;
        }

        for (var first = Math.Max(0, head - 4); country is not null && first < head; first++)
        {
            var isCountry = words[first].EndsWith("'s", StringComparison.Ordinal) || char.IsUpper(words[first][0]) && gazetteer.FindCountry(words[first]) is not null;
            if (!isCountry && RoleNouns.Find(string.Join(' ', words[first..head]).ToLowerInvariant()) is { IsPlural: false, Type: EntityType.Person } noun)
            {
                return IsFormer(words) ? null : new Post(noun.Noun, country);
            }
        }

        return null;
    }

    private static bool IsFormer(string[] words) => words.Any(w => w is "former" or "Former" or "ex" or "Ex" or "late" or "then" or "deputy" or "Deputy" or "acting" or "Acting" or "vice" or "Vice");
}
