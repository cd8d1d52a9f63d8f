namespace Variorum;

/// <summary>A user's word on two articles: that they are of one story (a merge), or that they are not (a split).</summary>
/// <param name="Left">One article's <see cref="Article.Sha256"/>, or its first 16 digits.</param>
/// <param name="Right">The other's.</param>
/// <param name="IsOne">Whether they are of one story.</param>
public sealed record StoryCorrection(string Left, string Right, bool IsOne);
