using Markdig.Helpers;

namespace Community.Text;

/// <summary>Whether a mention, a tag or a path may begin here: after a space or an opening mark, so not inside addresses and words.</summary>
static class WordStart
{
    public static bool At(in StringSlice slice) =>
        slice.PeekCharExtra(-1) is var before && (before == '\0' || char.IsWhiteSpace(before) || "([{\"'*_~>|“‘«—–,;".Contains(before));
}
