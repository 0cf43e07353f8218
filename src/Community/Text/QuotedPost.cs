namespace Community.Text;

/// <summary>The post and the revision that a quotation <c>> [!quote post=ID rev=N]</c> was taken from.</summary>
public readonly record struct QuotedPost(long PostId, int Revision);
