using Community.Web.Answers;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what pages show of answers beside their texts.</summary>
public static class AnswersExtensions
{
    public static IServiceCollection AddAnswers(this IServiceCollection services) => services.AddSingleton<AnswerOrders>().AddScoped<AnswerLoading>().AddScoped<Agreeing>();
}
