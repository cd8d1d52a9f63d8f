Console.WriteLine("variorum-lab");
return 0;
