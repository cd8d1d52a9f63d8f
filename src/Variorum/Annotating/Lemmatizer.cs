using Variorum.Learning;
using Variorum.Lexicons;

namespace Variorum.Annotating;

/// <summary>Gives words their dictionary forms.</summary>
/// <remarks><b>Order.</b> Irregular forms; the exceptions that the lab compiled; then the regular endings.</remarks>
internal sealed class Lemmatizer
{
    private static readonly Lazy<Dictionary<PennTag, Dictionary<string, string>>> Irregular = new(ReadIrregular);

    private readonly Lazy<Dictionary<PennTag, Dictionary<string, string>>> exceptions;

    private Lemmatizer(Func<Dictionary<PennTag, Dictionary<string, string>>> read) => exceptions = new(read);

    /// <summary>One that knows no compiled exceptions: what the lab compiles them against.</summary>
    public static Lemmatizer WithoutExceptions { get; } = new(() => []);

    /// <summary>Reads the lemmatizer's model.</summary>
    public static Lemmatizer Read(ModelFile file)
    {
        var section = file.Section("exceptions");
        return new Lemmatizer(() => ReadExceptions(section));
    }

    /// <summary>The dictionary form: as printed for a singular name, else in small letters.</summary>
    public string Lemma(ReadOnlySpan<char> form, PennTag tag)
    {
        if (tag is PennTag.NNP or PennTag.ADD)
        {
            return form.ToString();
        }

        var small = Fold(form);
        var kind = KindOf(tag);
        if (Find(Irregular.Value, kind, small) is { } irregular)
        {
            return irregular;
        }

        var lemma = Find(exceptions.Value, kind, small) ?? LemmaRules.Apply(small, tag);
        return tag == PennTag.NNPS && lemma.Length > 0 ? string.Concat(form[..1], lemma.AsSpan(1)) : lemma;
    }

    /// <summary>Tags whose forms are looked up together.</summary>
    public static PennTag KindOf(PennTag tag) => tag switch
    {
        PennTag.VBN => PennTag.VBD,
        PennTag.VB => PennTag.VBP,
        _ => tag,
    };

    /// <summary>Small letters, and the typewriter's apostrophe.</summary>
    public static string Fold(ReadOnlySpan<char> form)
    {
        Span<char> small = form.Length <= 128 ? stackalloc char[form.Length] : new char[form.Length];
        for (var i = 0; i < form.Length; i++)
        {
            small[i] = form[i] is '’' or '‘' or '`' ? '\'' : char.ToLowerInvariant(form[i]);
        }

        return small.ToString();
    }

    private static string? Find(Dictionary<PennTag, Dictionary<string, string>> forms, PennTag kind, string form) =>
        forms.TryGetValue(kind, out var known) ? known.GetValueOrDefault(form) : null;

    private static Dictionary<PennTag, Dictionary<string, string>> ReadIrregular()
    {
        var forms = new Dictionary<PennTag, Dictionary<string, string>>();
        foreach (var row in Lexicon.Rows("irregular-forms"))
        {
            Add(forms, KindOf(PennTags.Parse(row[0])), row[1], row[2]);
        }

        foreach (var row in Lexicon.Rows("irregular-verbs"))
        {
            foreach (var form in $"{row[1]} {row[2]}".Split(' '))
            {
                Add(forms, PennTag.VBD, form, row[0]);
            }
        }

        return forms;
    }

    private static Dictionary<PennTag, Dictionary<string, string>> ReadExceptions(byte[] section)
    {
        using var reader = new BinaryReader(new MemoryStream(section, writable: false));
        var forms = new Dictionary<PennTag, Dictionary<string, string>>();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var tag = (PennTag)reader.ReadByte();
            Add(forms, tag, reader.ReadString(), reader.ReadString());
        }

        return forms;
    }

    /// <summary>The first of two lemmas of one form stands.</summary>
    private static void Add(Dictionary<PennTag, Dictionary<string, string>> forms, PennTag kind, string form, string lemma)
    {
        if (!forms.TryGetValue(kind, out var known))
        {
            forms.Add(kind, known = new Dictionary<string, string>(StringComparer.Ordinal));
        }

        known.TryAdd(form, lemma);
    }
}
