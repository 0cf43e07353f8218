using Community.Web.NoteAnswers;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what the pages about notes that answer questions need.</summary>
public static class NoteAnswersExtensions
{
    public static IServiceCollection AddNoteAnswers(this IServiceCollection services) => services.AddScoped<NoteAnswerLoading>().AddScoped<TypedTopic>();
}
