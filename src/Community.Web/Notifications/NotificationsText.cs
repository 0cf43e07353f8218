namespace Community.Web.Notifications;

/// <summary>Marks the texts of the area Notifications; they stand in <c>NotificationsText.resx</c>.</summary>
public sealed class NotificationsText;
