Console.WriteLine("variorum");
return 0;
