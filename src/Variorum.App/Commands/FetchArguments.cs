using System.CommandLine;
using Variorum.App.Fetching;

namespace Variorum.App.Commands;

/// <summary>The options of commands that take addresses.</summary>
internal sealed class FetchArguments
{
    private readonly Option<bool> follow = new("--follow") { Description = "Fetch the articles of feeds in files that give only summaries, and the feeds of OPML lists." };

    private readonly Option<bool> allowPrivate = new("--allow-private") { Description = "Fetch from this machine and private networks too." };

    private readonly Option<string?> save = PathArgument.ResultOption("--save", "Keep what was fetched in a web archive (WARC), so that it can be read again.");

    public void AddTo(Command command)
    {
        command.Add(follow);
        command.Add(allowPrivate);
        command.Add(save);
    }

    public IntakeOptions Of(ParseResult parsed) => new(new FetchOptions(parsed.GetValue(allowPrivate)), parsed.GetValue(follow), parsed.GetValue(save));
}
