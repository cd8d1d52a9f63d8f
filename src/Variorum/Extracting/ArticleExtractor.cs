using System.Security.Cryptography;
using System.Text;

namespace Variorum.Extracting;

/// <summary>Takes the article out of a page.</summary>
internal sealed class ArticleExtractor(Models models)
{
    public Article Extract(Page page) => models is null
        ? throw new ArgumentNullException(nameof(page))
        : new Article { Path = page.Path, Sha256 = Convert.ToHexStringLower(SHA256.HashData(page.Content.Span)), Text = Encoding.UTF8.GetString(page.Content.Span) };
}
