using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Variorum.App.Tests;

/// <summary>A web server on this machine that plays a newspaper's, good or hostile.</summary>
internal sealed class PressServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, RequestDelegate> answers = new(StringComparer.Ordinal);

    private PressServer(WebApplication app) => this.app = app;

    /// <summary>"http://127.0.0.1:PORT".</summary>
    public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>Path and user agent of each request, in order.</summary>
    public ConcurrentQueue<(string Path, string Agent)> Asked { get; } = new();

    public static async Task<PressServer> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new PressServer(builder.Build());
        server.app.Run(server.Answer);
        await server.app.StartAsync();
        return server;
    }

    /// <summary>What a path answers.</summary>
    public PressServer On(string path, RequestDelegate answer)
    {
        answers[path] = answer;
        return this;
    }

    /// <summary>A path that answers with a page.</summary>
    public PressServer Page(string path, string markup, string type = "text/html; charset=utf-8") => On(path, async context =>
    {
        context.Response.ContentType = type;
        await context.Response.WriteAsync(markup);
    });

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
    }

    private async Task Answer(HttpContext context)
    {
        Asked.Enqueue((context.Request.Path + context.Request.QueryString, context.Request.Headers.UserAgent.ToString()));
        if (answers.TryGetValue(context.Request.Path, out var answer))
        {
            await answer(context);
        }
        else
        {
            context.Response.StatusCode = 404;
        }
    }
}
