using System.Diagnostics;
using System.Text;

namespace Variorum.App.Tests;

/// <summary>One run of the built program, from outside.</summary>
internal sealed record ProgramRun(int ExitCode, byte[] Output, string Errors)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public string Text => Encoding.UTF8.GetString(Output);

    /// <summary>Lines of standard error, those of passing trouble included.</summary>
    public string[] ErrorLines => Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static ProgramRun Of(params string[] args) => With("", args);

    /// <param name="input">Standard input.</param>
    /// <param name="args">Options and paths.</param>
    public static ProgramRun With(string input, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Variorum.App.dll"), .. args])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        using var output = new MemoryStream();
        var errors = process.StandardError.ReadToEndAsync();
        var copy = process.StandardOutput.BaseStream.CopyToAsync(output);
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException("variorum " + string.Join(' ', args));
        }

        copy.Wait();
        return new ProgramRun(process.ExitCode, output.ToArray(), errors.Result);
    }
}
