namespace Community.Text;

static class OpenBrackets
{
    public static void Check(string text) { }
}
