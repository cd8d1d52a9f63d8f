using System.Security.Cryptography;
using System.Text;

namespace Variorum.App.Site;

/// <summary>The page's one style sheet, and the policy that lets it alone through.</summary>
internal static class Stylesheet
{
    public static string Text { get; } = Read();

    /// <summary>Content security policy: this style sheet, and nothing else from anywhere.</summary>
    public static string Policy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))}'; base-uri 'none'; form-action 'none'";

    private static string Read()
    {
        using var stream = typeof(Stylesheet).Assembly.GetManifestResourceStream("edition.css") ?? throw new InvalidDataException("broken-installation: the style sheet is missing from the program");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
