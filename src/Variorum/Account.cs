using System.Collections.Immutable;

namespace Variorum;

/// <summary>What the reports of one event say together. Every line of it cites.</summary>
/// <param name="Story">The articles, their lineage and entities.</param>
/// <param name="Title">The story's title: a headline of one of its articles, or its first claim.</param>
/// <param name="Event">What happened, to whom, when and where.</param>
/// <param name="Utterances">Who said what, the most widely printed first.</param>
/// <param name="Claims">What is claimed, the most widely told first.</param>
/// <param name="Conflicts">Where accounts differ.</param>
/// <param name="Labels">One thing under different names.</param>
/// <param name="Timeline">What happened when, earliest first.</param>
/// <param name="Brief">The account in a few lines.</param>
public sealed record Account(
    Story Story,
    string Title,
    EventSummary Event,
    ImmutableArray<Utterance> Utterances,
    ImmutableArray<ClaimGroup> Claims,
    ImmutableArray<Conflict> Conflicts,
    ImmutableArray<LabelSet> Labels,
    ImmutableArray<TimelineEntry> Timeline,
    ImmutableArray<BriefLine> Brief);

/// <summary>What, who, when and where; each part null or empty where the articles do not show it.</summary>
/// <param name="What">The words that tell it best.</param>
/// <param name="Who">Indices into <see cref="Story.Entities"/>, most central first.</param>
/// <param name="When">The day or days; null where unknown.</param>
/// <param name="Where">The place, with where it is said.</param>
public sealed record EventSummary(Citation? What, ImmutableArray<int> Who, EventTime? When, EventPlace? Where);

/// <summary>When an event happened.</summary>
/// <param name="Value">TIMEX3 value.</param>
/// <param name="Evidence">Where it is said.</param>
public sealed record EventTime(string Value, ImmutableArray<Citation> Evidence);

/// <summary>Where an event happened.</summary>
/// <param name="Name">The place's usual name.</param>
/// <param name="Evidence">Where it is said.</param>
public sealed record EventPlace(string Name, ImmutableArray<Citation> Evidence);

/// <summary>The different names that accounts give to one thing.</summary>
/// <param name="Entity">Index into <see cref="Story.Entities"/>; null for a thing without a name.</param>
/// <param name="Variants">Where each name stands; its words are the name.</param>
/// <param name="Rule">What joined them.</param>
public sealed record LabelSet(int? Entity, ImmutableArray<Citation> Variants, string Rule);

/// <summary>One point of the timeline.</summary>
/// <param name="When">TIMEX3 value.</param>
/// <param name="Precision">How exactly it is placed.</param>
/// <param name="Evidence">Where it is told; the words of the first are the entry.</param>
public sealed record TimelineEntry(string When, TimePrecision Precision, ImmutableArray<Citation> Evidence);

/// <summary>One line of the brief.</summary>
/// <param name="Text">The line. What it sets in quotation marks stands in quotation marks in its evidence.</param>
/// <param name="Evidence">What carries it.</param>
public sealed record BriefLine(string Text, ImmutableArray<Citation> Evidence);
