using Variorum.App.Commands;

return CommandLine.Run(args);
