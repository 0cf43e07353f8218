namespace Community.Transfer.StackExchange;

/// <summary>The kinds of rows in <c>Posts.xml</c>.</summary>
static class PostTypes
{
    public const long Question = 1;
    public const long Answer = 2;
    public const long TagExcerpt = 4;
    public const long TagWiki = 5;
}
