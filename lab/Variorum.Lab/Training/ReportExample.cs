using Variorum.Learning;
using Variorum.Quoting;

namespace Variorum.Lab.Training;

/// <summary>A scene to learn from.</summary>
/// <param name="Cue">Number of the cue's word, from 1.</param>
/// <param name="SceneRows">Rows that stand for the scene.</param>
/// <param name="PlaceRows">Rows that stand for each place.</param>
/// <param name="Words">Number of each place's word and of the head of its branch.</param>
/// <param name="Steps">The kind of the step onto each place.</param>
/// <param name="Labels">The right labels.</param>
internal sealed record SceneExample(int Cue, int[] SceneRows, int[] PlaceRows, (int Word, int Branch)[] Words, byte[] Steps, byte[] Labels);

/// <summary>A text with what is to be learnt from it.</summary>
/// <param name="Text">Its analysis, with the spotter's odds.</param>
/// <param name="Roles">For each word its role in whatever report.</param>
/// <param name="Labels">The labels of a scene.</param>
internal sealed record LabelledText(ReportText Text, byte[] Roles, Func<ReportScene, byte[]> Labels);

/// <summary>An article to learn from, in numbers.</summary>
/// <param name="WordRows">Rows that stand for each word.</param>
/// <param name="Vectors">What each means.</param>
/// <param name="Windows">What layers take in for each word: neighbours, then heads.</param>
/// <param name="Roles">The role of each.</param>
/// <param name="Scenes">Its likely cues.</param>
internal sealed record ReportExample(int[] WordRows, float[] Vectors, (int Left, int Middle, int Right)[][] Windows, byte[] Roles, SceneExample[] Scenes)
{
    public int Count => Roles.Length;

    /// <summary>Turns an article's features into rows.</summary>
    public static ReportExample Of(LabelledText labelled, FormTable words, FormTable places)
    {
        var text = labelled.Text;
        var count = text.Forms.Length;
        var (rows, vectors) = (new int[count * ReportFeatures.WordCount], new float[count * ReportShape.Vector]);
        for (var i = 0; i < count; i++)
        {
            text.CopyVector(i, vectors.AsSpan(i * ReportShape.Vector, ReportShape.Vector));
        }

        var range = new TextRange(0, count);
        (int, int, int)[] Windows(bool isTree) => [.. Enumerable.Range(1, count).Select(number => range.Window(text.Document, number, isTree))];
        var scenes = new List<SceneExample>();
        Visit(text, (word, features) => Find(words, features, rows.AsSpan(word * features.Length)), (scene, features) => scenes.Add(Of(scene, features, range, places, labelled.Labels(scene))));
        return new ReportExample(rows, vectors, [Windows(isTree: false), Windows(isTree: true)], labelled.Roles, [.. scenes]);
    }

    /// <summary>Counts every feature of an article.</summary>
    public static void Visit(ReportText text, Action<uint[]> word, Action<uint[]> place) => Visit(text, (_, features) => word(features), (scene, features) =>
    {
        place(features);
        var own = new uint[ReportFeatures.PlaceCount];
        for (var i = 0; i < scene.Length; i++)
        {
            ReportFeatures.FillPlace(scene, i, own);
            place(own);
        }
    });

    /// <summary>Visits the words and the scenes of an article, each with its features.</summary>
    private static void Visit(ReportText text, Action<int, uint[]> word, Action<ReportScene, uint[]> scene)
    {
        var (wordFeatures, sceneFeatures) = (new uint[ReportFeatures.WordCount], new uint[ReportFeatures.SceneCount]);
        for (var i = 0; i < text.Forms.Length; i++)
        {
            ReportFeatures.FillWord(text, i, wordFeatures);
            word(i, wordFeatures);
        }

        EachScene(text, looked =>
        {
            ReportFeatures.FillScene(looked, sceneFeatures);
            scene(looked, sceneFeatures);
        });
    }

    /// <summary>Visits the scenes of a text: its likely cues, but for sentences without end.</summary>
    public static void EachScene(ReportText text, Action<ReportScene> act)
    {
        var scene = new ReportScene(text);
        CueSpotterTrainer.Each(text, (sentence, at) =>
        {
            if (text.Odds[at] is var odds && odds >= CueSpotter.Least && sentence.End - sentence.First <= ReportFinder.LongestSentence)
            {
                scene.Look(sentence, at, CueSpotter.Bucket(odds));
                act(scene);
            }
        });
    }

    private static SceneExample Of(ReportScene scene, uint[] features, TextRange range, FormTable places, byte[] labels)
    {
        var (sceneRows, placeRows) = (new int[features.Length], new int[scene.Length * ReportFeatures.PlaceCount]);
        Find(places, features, sceneRows);
        var (words, steps, own) = (new (int, int)[scene.Length], new byte[scene.Length], new uint[ReportFeatures.PlaceCount]);
        for (var i = 0; i < scene.Length; i++)
        {
            ReportFeatures.FillPlace(scene, i, own);
            Find(places, own, placeRows.AsSpan(i * own.Length));
            var (word, branch) = scene.WordsOf(i);
            (words[i], steps[i]) = ((range.NumberOf(word), range.NumberOf(branch)), i == 0 ? (byte)0 : (byte)ReportFeatures.Step(scene, i));
        }

        return new SceneExample(range.NumberOf(scene.Cue), sceneRows, placeRows, words, steps, labels);
    }

    private static void Find(FormTable table, uint[] features, Span<int> rows)
    {
        for (var i = 0; i < features.Length; i++)
        {
            rows[i] = table.Find(features[i]);
        }
    }
}
