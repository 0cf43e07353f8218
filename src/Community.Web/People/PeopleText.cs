namespace Community.Web.People;

/// <summary>Marks the texts of the area People; they stand in <c>PeopleText.resx</c>.</summary>
public sealed class PeopleText;
