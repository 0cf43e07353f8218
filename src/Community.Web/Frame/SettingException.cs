namespace Community.Web.Frame;

/// <summary>A setting that cannot be used; the message is a sentence for whoever set it.</summary>
public sealed class SettingException(string sentence) : Exception(sentence);
