namespace Variorum.Annotating;

/// <summary>The regular endings of English, taken off.</summary>
internal static class LemmaRules
{
    /// <summary>The dictionary form by rule alone.</summary>
    /// <param name="form">In small letters.</param>
    /// <param name="tag">Which ending to expect.</param>
    public static string Apply(string form, PennTag tag) => tag switch
    {
        PennTag.NNS or PennTag.NNPS => Plural(form),
        PennTag.VBZ => Third(form),
        PennTag.VBD or PennTag.VBN => Past(form),
        PennTag.VBG => form.Length > 4 && form.EndsWith("ing", StringComparison.Ordinal) ? Restore(form[..^3]) : form,
        PennTag.JJR or PennTag.RBR => Compared(form, "er"),
        PennTag.JJS or PennTag.RBS => Compared(form, "est"),
        _ => form,
    };

    private static string Plural(string form)
    {
        if (form.Length > 3 && form.EndsWith("men", StringComparison.Ordinal))
        {
            return form[..^2] + "an";
        }

        return form.EndsWith("ss", StringComparison.Ordinal) || form.EndsWith("us", StringComparison.Ordinal) || form.EndsWith("is", StringComparison.Ordinal) ? form : Third(form);
    }

    private static string Third(string form)
    {
        if (form.Length < 3 || form[^1] != 's')
        {
            return form;
        }

        if (form.Length > 4 && form.EndsWith("ies", StringComparison.Ordinal))
        {
            return form[..^3] + "y";
        }

        return form[..^1] is [.., 's', 's', 'e'] or [.., 'c' or 's', 'h', 'e'] or [.., 'x' or 'o', 'e'] or [.., 'z', 'z', 'e'] ? form[..^2] : form[..^1];
    }

    private static string Past(string form)
    {
        if (form.Length < 4 || !form.EndsWith("ed", StringComparison.Ordinal))
        {
            return form;
        }

        return form.EndsWith("ied", StringComparison.Ordinal) && form.Length > 4 ? form[..^3] + "y" : form[^3] == 'e' ? form[..^1] : Restore(form[..^2]);
    }

    private static string Compared(string form, string ending)
    {
        if (form.Length <= ending.Length + 2 || !form.EndsWith(ending, StringComparison.Ordinal))
        {
            return form;
        }

        var stem = form[..^ending.Length];
        return stem[^1] == 'i' ? stem[..^1] + "y" : Restore(stem);
    }

    /// <summary>Undoes what a vowel ending did to a stem: a doubled consonant, a silent e.</summary>
    private static string Restore(string stem)
    {
        var last = stem[^1];
        if (stem.Length > 2 && last == stem[^2] && !IsVowel(last))
        {
            return last is 'l' or 's' or 'f' or 'z' ? stem : stem[..^1];
        }

        return TakesE(stem) ? stem + "e" : stem;
    }

    private static bool TakesE(string stem) => stem switch
    {
        [.., 'c' or 'u' or 'v' or 'z'] => true,
        [.., 'o' or 'e' or 'a' or 'u', 's'] => true,
        [.., 'i' or 'r' or 'n' or 'l' or 'p', 's'] => true,
        [.., 'd' or 'r' or 'l' or 'a' or 'i' or 'e' or 'u', 'g'] => true,
        [.., 'b' or 'c' or 'd' or 'f' or 'g' or 'k' or 'p' or 't' or 'z', 'l'] => true,
        [.., not ('e' or 'o' or 'a' or 'i'), 'a', 't'] => true,
        [.., 'e' or 'i', 'a', 't'] when stem.Length > 4 => true,
        [.., 'u' or 'i', 'r'] => stem.Length > 2 && !IsVowel(stem[^3]),
        _ => IsShort(stem),
    };

    /// <summary>One consonant between a vowel and the end, in a word of one syllable: "hop(e)", "tak(e)".</summary>
    private static bool IsShort(string stem)
    {
        if (stem.Length < 2 || IsVowel(stem[^1]) || stem[^1] is 'w' or 'x' or 'y' || !IsVowel(stem[^2]))
        {
            return false;
        }

        for (var i = 0; i < stem.Length - 2; i++)
        {
            if (IsVowel(stem[i]) && !(stem[i] == 'u' && i > 0 && stem[i - 1] == 'q'))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
