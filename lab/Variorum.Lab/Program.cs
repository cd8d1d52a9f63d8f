using System.CommandLine;
using Variorum.Lab;
using Variorum.Lab.Scoring;

var data = new Option<DirectoryInfo>("--data") { Description = "The folder of labelled data.", Required = true };
var models = new Option<DirectoryInfo>("--models") { Description = "The folder of model files.", DefaultValueFactory = _ => new DirectoryInfo("models") };
var part = new Argument<string>("part") { Description = "Which part." };
part.AcceptOnlyFromAmong([.. Parts.All.Select(known => known.Name)]);
var measured = new Argument<string>("part") { Description = "Which part or step." };
measured.AcceptOnlyFromAmong([.. Parts.All.Select(known => known.Name), .. Steps.All.Select(known => known.Name)]);
var misses = new Option<bool>("--misses") { Description = "Print everything that differs (steps by rule only)." };

var train = new Command("train", "Make a part's model anew and write it.") { part, data, models };
train.SetAction(result =>
{
    var chosen = Parts.Find(result.GetRequiredValue(part));
    Parts.Write(chosen, result.GetRequiredValue(data), result.GetRequiredValue(models));
    return 0;
});

var eval = new Command("eval", "Measure a part's model or a step that works by rule.") { measured, data, models, misses };
eval.SetAction(result =>
{
    var (name, from, with) = (result.GetRequiredValue(measured), result.GetRequiredValue(data), result.GetRequiredValue(models));
    Action<string>? tell = result.GetValue(misses) ? Console.WriteLine : null;
    foreach (var figure in name is "attribution" ? AttributionScoring.Score(from, with, tell) : Steps.Find(name)?.Score(from, with, tell) ?? Parts.Find(name).Score(from, with))
    {
        Console.WriteLine(figure);
    }

    return 0;
});

var baseline = new Option<FileInfo>("--baseline") { Description = "The floors.", DefaultValueFactory = _ => new FileInfo("lab/Variorum.Lab/baseline.json") };
var trial = new Option<DirectoryInfo>("--trial") { Description = "The folder of articles annotated for the project.", DefaultValueFactory = _ => new DirectoryInfo("lab/trial") };
var gateData = new Option<DirectoryInfo?>("--data") { Description = "The folder of labelled data; without it only the project's own articles are measured." };
var gate = new Command("gate", "Fail where a figure has fallen below its floor in baseline.json.") { gateData, models, trial, baseline };
gate.SetAction(result => Gate.Run(result.GetValue(gateData), result.GetRequiredValue(models), result.GetRequiredValue(trial), result.GetRequiredValue(baseline), Console.Out));

try
{
    return new RootCommand("Makes and measures the models of Variorum.") { train, eval, gate }.Parse(args).Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
{
    // Data that is not there or not what it should be is the caller's to mend.
    Console.Error.WriteLine($"variorum-lab: {error.Message}");
    return 2;
}
