using Variorum.Lab.Corpora;
using Variorum.Quoting;

namespace Variorum.Lab.Training;

/// <summary>What the places of a scene should be labelled.</summary>
internal static class ReportTarget
{
    /// <summary>The right labels of a scene's places.</summary>
    public static byte[] Labels(ReportScene scene, MarkedAttribution? target)
    {
        var labels = new byte[scene.Length];
        var last = ReportLabel.None;
        for (var i = 0; i < scene.Length; i++)
        {
            last = Follow(last, target is null ? ReportLabel.None : LabelOf(scene, i, target));
            labels[i] = (byte)last;
        }

        if (!labels.Contains((byte)ReportLabel.Content))
        {
            Array.Clear(labels);
        }

        return labels;
    }

    /// <summary>The label as it reads behind another.</summary>
    private static ReportLabel Follow(ReportLabel before, ReportLabel label)
    {
        if (before is ReportLabel.Content or ReportLabel.OutsideBehind or ReportLabel.SourceBehind or ReportLabel.CueBehind)
        {
            return ReportLabels.Behind(label);
        }

        return label == ReportLabel.None && before != ReportLabel.None ? ReportLabel.Outside : label;
    }

    private static ReportLabel LabelOf(ReportScene scene, int place, MarkedAttribution target)
    {
        var (document, sentence) = (scene.Text.Document, scene.Sentence);
        if (place == 0 || place == scene.Length - 1)
        {
            var at = place == 0 ? sentence.First - 1 : sentence.End;
            return at >= 0 && at < document.Tokens.Length && target.Content.Any(document.Tokens[at].Span.Overlaps) ? ReportLabel.Content : ReportLabel.None;
        }

        var word = document.Tokens[sentence.First + place - 1].Span;
        return target.Cue.Any(word.Overlaps) ? ReportLabel.Cue
            : target.Source.Any(word.Overlaps) ? ReportLabel.Source
            : target.Content.Any(word.Overlaps) ? ReportLabel.Content : ReportLabel.None;
    }
}
