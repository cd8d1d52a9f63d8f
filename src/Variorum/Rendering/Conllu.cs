using System.Buffers;
using Variorum.Annotating;

namespace Variorum.Rendering;

/// <summary>An article's grammar in CoNLL-U, the format of Universal Dependencies.</summary>
/// <remarks><b>Shape.</b> Form, lemma, parts of speech, head, relation and, in MISC, <c>TokenRange</c> (UTF-16 offsets) and <c>Entity</c>
/// (B- and I- with PER, ORG, LOC, EVENT, MISC, for names). Columns without a value hold an underscore. What is one word in print
/// ("don't", "Iran's") has a line of its own before its parts, numbered as a range.</remarks>
public static class Conllu
{
    private static readonly SearchValues<char> Breaks = SearchValues.Create("\t\r\n\u0085\u2028\u2029");

    /// <summary>Writes one document.</summary>
    public static void Write(TextWriter writer, Reading reading)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(reading);
        writer.Write($"# newdoc id = {OneLine(reading.Article.Path)}\n");
        var entities = EntityTags(reading);
        var paragraph = -1;
        for (var i = 0; i < reading.Document.Sentences.Length; i++)
        {
            var sentence = reading.Document.Sentences[i];
            if (sentence.Paragraph != paragraph)
            {
                paragraph = sentence.Paragraph;
                writer.Write("# newpar\n");
            }

            writer.Write($"# sent_id = {i + 1}\n# text = {OneLine(sentence.Span.Of(reading.Document.Text))}\n");
            WriteTokens(writer, reading.Document, sentence, entities);
            writer.Write('\n');
        }
    }

    private static void WriteTokens(TextWriter writer, Document document, Sentence sentence, string?[] entities)
    {
        for (var i = sentence.First; i < sentence.End; i++)
        {
            var token = document.Tokens[i];
            WriteRange(writer, document, sentence, i);
            var tag = Enum.GetName(token.Tag)!.ToUpperInvariant();
            var entity = entities[i] is { } name ? "|Entity=" + name : "";
            var penn = token.Penn == PennTag.None ? "_" : token.Penn.Name();
            var head = token.Head < 0 ? 0 : token.Head - sentence.First + 1;
            writer.Write($"{i - sentence.First + 1}\t{OneLine(document.Form(i).ToString())}\t{Lemma(token)}\t{tag}\t{penn}\t_\t{head}\t{token.Relation.Name()}\t_\tTokenRange={token.Start}:{token.End}{entity}\n");
        }
    }

    /// <summary>The line of a contraction that begins at a token, if one does.</summary>
    private static void WriteRange(TextWriter writer, Document document, Sentence sentence, int at)
    {
        var last = at;
        while (last + 1 < sentence.End && IsJoined(document, last))
        {
            last++;
        }

        if (last == at || (at > sentence.First && IsJoined(document, at - 1)))
        {
            return;
        }

        var form = document.Text[document.Tokens[at].Start..document.Tokens[last].End];
        writer.Write($"{at - sentence.First + 1}-{last - sentence.First + 1}\t{OneLine(form)}\t_\t_\t_\t_\t_\t_\t_\tTokenRange={document.Tokens[at].Start}:{document.Tokens[last].End}\n");
    }

    private static bool IsJoined(Document document, int at) =>
        Contractions.IsJoined(document.Text, document.Tokens[at].Span, document.Tokens[at + 1].Span, document.Tokens[at + 1].Penn == PennTag.POS);

    private static string Lemma(Token token) => string.IsNullOrEmpty(token.Lemma) ? "_" : OneLine(token.Lemma);

    /// <summary>A field may hold neither tab nor line end.</summary>
    private static string OneLine(string text) => text.AsSpan().ContainsAny(Breaks)
        ? string.Join(' ', text.Split(['\t', '\r', '\n', '\u0085', '\u2028', '\u2029'], StringSplitOptions.RemoveEmptyEntries))
        : text;

    private static string?[] EntityTags(Reading reading)
    {
        var tags = new string?[reading.Document.Tokens.Length];
        foreach (var mention in reading.Mentions.Where(mention => mention.Kind == MentionKind.Name))
        {
            var (first, end) = reading.Document.TokensOf(mention.Name);
            for (var i = first; i < end; i++)
            {
                tags[i] ??= (i == first ? "B-" : "I-") + Type(mention.Type);
            }
        }

        return tags;
    }

    private static string Type(EntityType type) => type switch
    {
        EntityType.Person => "PER",
        EntityType.Organisation => "ORG",
        EntityType.Place => "LOC",
        EntityType.Event => "EVENT",
        _ => "MISC",
    };
}
