using Community.Notes.Lineage;
using Community.Notes.Links;
using Community.Web.Running;

namespace Community.Web.Care;

/// <summary>Registers what shows how notes are kept, and, where it is switched on, what asks their links.</summary>
public static class CareExtensions
{
    public static void AddCare(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<NoteCareLoading>();
        builder.Services.AddScoped<DisputeLoading>();
        builder.Services.AddScoped<SidesHtml>();
        builder.Services.AddScoped<PassageChoice>();
        builder.Services.AddScoped<CareHistory>();
        builder.Services.AddScoped<DueLoading>();
        builder.Services.AddScoped<DueWork>();
        builder.Services.AddScoped<SourceChanges>();
        builder.Services.AddScoped<DueEvidenceLoading>();
        builder.Services.AddScoped<OrphanLoading>();
        if (string.Equals(builder.Configuration.Of(SettingList.LinkCheck), "on", StringComparison.OrdinalIgnoreCase)) builder.Services.AddHostedService<CheckLinks>();
    }
}
