namespace Variorum.App.Commands;

/// <summary>The program was asked for something that cannot be: ends the call with exit code 2.</summary>
internal sealed class UsageException(string message) : Exception(message);
