namespace Variorum.Annotating;

internal sealed class Tagger
{
}
