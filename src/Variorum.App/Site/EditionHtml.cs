using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Variorum.Rendering;

namespace Variorum.App.Site;

/// <summary>The edition as one page, complete in itself: no script, nothing fetched, every word of an article encoded.</summary>
internal static class EditionHtml
{
    /// <summary>Writes the page. <b>Units.</b> UTF-8 without a mark.</summary>
    public static void Write(Edition edition, Stream stream)
    {
        using var services = new ServiceCollection().BuildServiceProvider();
        using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16, leaveOpen: true);
        writer.NewLine = "\n";
        renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(EditionPage.Edition)] = edition });
            var page = await renderer.RenderComponentAsync<EditionPage>(parameters);
            page.WriteHtmlTo(writer);
        }).GetAwaiter().GetResult();
    }
}
