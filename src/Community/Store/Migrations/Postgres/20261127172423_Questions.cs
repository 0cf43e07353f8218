using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Community.Store.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Questions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Revisions_EditorId",
                table: "Revisions");

            migrationBuilder.AddColumn<DateTime>(
                name: "MaskedAt",
                table: "Topics",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "HurriedAt",
                table: "QuestionClocks",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "HurriedMinutes",
                table: "QuestionClocks",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "NeededAt",
                table: "QuestionClocks",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsMask",
                table: "People",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "Finds",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PersonId = table.Column<long>(type: "bigint", nullable: false),
                    TopicId = table.Column<long>(type: "bigint", nullable: false),
                    PostId = table.Column<long>(type: "bigint", nullable: true),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Words = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    DraftVersion = table.Column<long>(type: "bigint", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    TakenBackAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Finds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Finds_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Finds_Posts_PostId",
                        column: x => x.PostId,
                        principalTable: "Posts",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Finds_Topics_TopicId",
                        column: x => x.TopicId,
                        principalTable: "Topics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "HelpfulMarks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PostId = table.Column<long>(type: "bigint", nullable: false),
                    PersonId = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HelpfulMarks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_HelpfulMarks_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_HelpfulMarks_Posts_PostId",
                        column: x => x.PostId,
                        principalTable: "Posts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MaskRules",
                columns: table => new
                {
                    SpaceId = table.Column<long>(type: "bigint", nullable: false),
                    ById = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MaskRules", x => x.SpaceId);
                    table.ForeignKey(
                        name: "FK_MaskRules_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_MaskRules_Spaces_SpaceId",
                        column: x => x.SpaceId,
                        principalTable: "Spaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Masks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    PersonId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Masks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Masks_People_Id",
                        column: x => x.Id,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Masks_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Needs",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    TopicId = table.Column<long>(type: "bigint", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    ById = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Needs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Needs_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Needs_Topics_TopicId",
                        column: x => x.TopicId,
                        principalTable: "Topics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "NoteAnswers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    NoteId = table.Column<long>(type: "bigint", nullable: false),
                    QuestionId = table.Column<long>(type: "bigint", nullable: false),
                    ById = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EndedById = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoteAnswers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_NoteAnswers_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_NoteAnswers_People_EndedById",
                        column: x => x.EndedById,
                        principalTable: "People",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_NoteAnswers_Topics_NoteId",
                        column: x => x.NoteId,
                        principalTable: "Topics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_NoteAnswers_Topics_QuestionId",
                        column: x => x.QuestionId,
                        principalTable: "Topics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Rearrangements",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Kind = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    FromId = table.Column<long>(type: "bigint", nullable: false),
                    ToId = table.Column<long>(type: "bigint", nullable: false),
                    PostCount = table.Column<int>(type: "integer", nullable: false),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    ById = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    OpeningId = table.Column<long>(type: "bigint", nullable: true),
                    EndedPostId = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Rearrangements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Rearrangements_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Rearrangements_Topics_FromId",
                        column: x => x.FromId,
                        principalTable: "Topics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Rearrangements_Topics_ToId",
                        column: x => x.ToId,
                        principalTable: "Topics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SameQuestions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    TopicId = table.Column<long>(type: "bigint", nullable: false),
                    PersonId = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SameQuestions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SameQuestions_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_SameQuestions_Topics_TopicId",
                        column: x => x.TopicId,
                        principalTable: "Topics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TopicFollows",
                columns: table => new
                {
                    TopicId = table.Column<long>(type: "bigint", nullable: false),
                    PersonId = table.Column<long>(type: "bigint", nullable: false),
                    FromTopicId = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TopicFollows", x => new { x.TopicId, x.PersonId, x.FromTopicId });
                    table.ForeignKey(
                        name: "FK_TopicFollows_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_TopicFollows_Topics_FromTopicId",
                        column: x => x.FromTopicId,
                        principalTable: "Topics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_TopicFollows_Topics_TopicId",
                        column: x => x.TopicId,
                        principalTable: "Topics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TopicMasks",
                columns: table => new
                {
                    TopicId = table.Column<long>(type: "bigint", nullable: false),
                    MaskId = table.Column<long>(type: "bigint", nullable: false),
                    SpaceId = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    TakenOffAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TopicMasks", x => x.TopicId);
                    table.ForeignKey(
                        name: "FK_TopicMasks_Masks_MaskId",
                        column: x => x.MaskId,
                        principalTable: "Masks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_TopicMasks_Spaces_SpaceId",
                        column: x => x.SpaceId,
                        principalTable: "Spaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_TopicMasks_Topics_TopicId",
                        column: x => x.TopicId,
                        principalTable: "Topics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MaskLooks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    TopicId = table.Column<long>(type: "bigint", nullable: false),
                    ById = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MaskLooks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MaskLooks_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_MaskLooks_TopicMasks_TopicId",
                        column: x => x.TopicId,
                        principalTable: "TopicMasks",
                        principalColumn: "TopicId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Revisions_EditorId_Number",
                table: "Revisions",
                columns: new[] { "EditorId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Finds_PersonId_TopicId_Day",
                table: "Finds",
                columns: new[] { "PersonId", "TopicId", "Day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Finds_PostId",
                table: "Finds",
                column: "PostId");

            migrationBuilder.CreateIndex(
                name: "IX_Finds_TopicId",
                table: "Finds",
                column: "TopicId");

            migrationBuilder.CreateIndex(
                name: "IX_HelpfulMarks_PersonId",
                table: "HelpfulMarks",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_HelpfulMarks_PostId_PersonId",
                table: "HelpfulMarks",
                columns: new[] { "PostId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MaskLooks_ById",
                table: "MaskLooks",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_MaskLooks_TopicId",
                table: "MaskLooks",
                column: "TopicId");

            migrationBuilder.CreateIndex(
                name: "IX_MaskRules_ById",
                table: "MaskRules",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_Masks_PersonId",
                table: "Masks",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Needs_ById",
                table: "Needs",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_Needs_TopicId",
                table: "Needs",
                column: "TopicId");

            migrationBuilder.CreateIndex(
                name: "IX_NoteAnswers_ById",
                table: "NoteAnswers",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_NoteAnswers_EndedById",
                table: "NoteAnswers",
                column: "EndedById");

            migrationBuilder.CreateIndex(
                name: "IX_NoteAnswers_NoteId",
                table: "NoteAnswers",
                column: "NoteId");

            migrationBuilder.CreateIndex(
                name: "IX_NoteAnswers_QuestionId",
                table: "NoteAnswers",
                column: "QuestionId");

            migrationBuilder.CreateIndex(
                name: "IX_Rearrangements_ById",
                table: "Rearrangements",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_Rearrangements_FromId",
                table: "Rearrangements",
                column: "FromId");

            migrationBuilder.CreateIndex(
                name: "IX_Rearrangements_ToId",
                table: "Rearrangements",
                column: "ToId");

            migrationBuilder.CreateIndex(
                name: "IX_SameQuestions_PersonId",
                table: "SameQuestions",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_SameQuestions_TopicId_PersonId",
                table: "SameQuestions",
                columns: new[] { "TopicId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TopicFollows_FromTopicId",
                table: "TopicFollows",
                column: "FromTopicId");

            migrationBuilder.CreateIndex(
                name: "IX_TopicFollows_PersonId",
                table: "TopicFollows",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_TopicMasks_MaskId",
                table: "TopicMasks",
                column: "MaskId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TopicMasks_SpaceId",
                table: "TopicMasks",
                column: "SpaceId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Finds");

            migrationBuilder.DropTable(
                name: "HelpfulMarks");

            migrationBuilder.DropTable(
                name: "MaskLooks");

            migrationBuilder.DropTable(
                name: "MaskRules");

            migrationBuilder.DropTable(
                name: "Needs");

            migrationBuilder.DropTable(
                name: "NoteAnswers");

            migrationBuilder.DropTable(
                name: "Rearrangements");

            migrationBuilder.DropTable(
                name: "SameQuestions");

            migrationBuilder.DropTable(
                name: "TopicFollows");

            migrationBuilder.DropTable(
                name: "TopicMasks");

            migrationBuilder.DropTable(
                name: "Masks");

            migrationBuilder.DropIndex(
                name: "IX_Revisions_EditorId_Number",
                table: "Revisions");

            migrationBuilder.DropColumn(
                name: "MaskedAt",
                table: "Topics");

            migrationBuilder.DropColumn(
                name: "HurriedAt",
                table: "QuestionClocks");

            migrationBuilder.DropColumn(
                name: "HurriedMinutes",
                table: "QuestionClocks");

            migrationBuilder.DropColumn(
                name: "NeededAt",
                table: "QuestionClocks");

            migrationBuilder.DropColumn(
                name: "IsMask",
                table: "People");

            migrationBuilder.CreateIndex(
                name: "IX_Revisions_EditorId",
                table: "Revisions",
                column: "EditorId");
        }
    }
}
