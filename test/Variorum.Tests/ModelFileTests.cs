using Variorum.Learning;

namespace Variorum.Tests;

public sealed class ModelFileTests
{
    private static readonly (string, byte[])[] Sections = [("one", [1, 2, 3]), ("two", new byte[5000]), ("none", [])];

    [Fact]
    public void ReadsWhatItWrote()
    {
        var file = ModelFile.Read("trial", _ => new MemoryStream(Written()));
        Assert.Equal([1, 2, 3], file.Section("one"));
        Assert.Equal(new byte[5000], file.Section("two"));
        Assert.Empty(file.Section("none"));
        Assert.Equal(12, file.Hash.Length);
    }

    [Fact]
    public void WritesTheSameBytesTwice() => Assert.Equal(Written(), Written());

    [Fact]
    public void RefusesAnyDamage()
    {
        var whole = Written();
        for (var i = 0; i < whole.Length; i++)
        {
            var damaged = whole.ToArray();
            damaged[i] ^= 0x10;
            var error = Assert.Throws<InvalidDataException>(() => ModelFile.Read("trial", _ => new MemoryStream(damaged)));
            Assert.Contains("trial.model", error.Message, StringComparison.Ordinal);
            Assert.Throws<InvalidDataException>(() => ModelFile.Read("trial", _ => new MemoryStream(whole[..i])));
        }
    }

    [Fact]
    public void RefusesAnotherModelAMissingFileAndAMissingSection()
    {
        Assert.Throws<InvalidDataException>(() => ModelFile.Read("other", _ => new MemoryStream(Written())));
        Assert.Throws<InvalidDataException>(() => ModelFile.Read("trial", name => throw new FileNotFoundException(name)));
        Assert.Throws<InvalidDataException>(() => ModelFile.Read("trial", _ => new MemoryStream(Written())).Section("three"));
    }

    private static byte[] Written()
    {
        using var stream = new MemoryStream();
        ModelFile.Write(stream, "trial", Sections);
        return stream.ToArray();
    }
}
