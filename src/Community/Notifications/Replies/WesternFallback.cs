using System.Text;

namespace Community.Notifications.Replies;

/// <summary>Reads bytes that a charset does not have as windows-1252, which wrongly declared texts mostly are, instead of as question marks.</summary>
sealed class WesternFallback : DecoderFallback
{
    public static Encoding Western { get; } = Find();

    public override int MaxCharCount => 8;

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Letters();

    static Encoding Find()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(1252);
    }

    sealed class Letters : DecoderFallbackBuffer
    {
        string letters = "";
        int next;

        public override int Remaining => letters.Length - next;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            (letters, next) = (Western.GetString(bytesUnknown), 0);
            return letters.Length > 0;
        }

        public override char GetNextChar() => next < letters.Length ? letters[next++] : '\0';

        public override bool MovePrevious()
        {
            if (next == 0) return false;

            next--;
            return true;
        }

        public override void Reset() => (letters, next) = ("", 0);
    }
}
