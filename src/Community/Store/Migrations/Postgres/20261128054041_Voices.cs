using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Community.Store.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Voices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Rules",
                table: "Spaces",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "Interest",
                table: "Posts",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "Voice",
                table: "Posts",
                type: "character varying(16)",
                maxLength: 16,
                nullable: false,
                defaultValue: "Personal");

            migrationBuilder.AddColumn<long>(
                name: "UnitId",
                table: "Masks",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Voice",
                table: "Masks",
                type: "character varying(16)",
                maxLength: 16,
                nullable: false,
                defaultValue: "Personal");

            migrationBuilder.CreateTable(
                name: "ApprovalRules",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    Why = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    Voice = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    SpaceId = table.Column<long>(type: "bigint", nullable: true),
                    Tier = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    FirstPosts = table.Column<int>(type: "integer", nullable: true),
                    HasAttachment = table.Column<bool>(type: "boolean", nullable: false),
                    OpeningsOnly = table.Column<bool>(type: "boolean", nullable: false),
                    AlsoEdits = table.Column<bool>(type: "boolean", nullable: false),
                    Hours = table.Column<int>(type: "integer", nullable: false),
                    EndsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ById = table.Column<long>(type: "bigint", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApprovalRules", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ApprovalRules_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_ApprovalRules_Spaces_SpaceId",
                        column: x => x.SpaceId,
                        principalTable: "Spaces",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Disclaimers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    ById = table.Column<long>(type: "bigint", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Disclaimers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Disclaimers_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "GuardRules",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Kind = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    Query = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    CheckDigit = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Act = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Why = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    Protected = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    OwnerId = table.Column<long>(type: "bigint", nullable: true),
                    SpaceId = table.Column<long>(type: "bigint", nullable: true),
                    EndsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ById = table.Column<long>(type: "bigint", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GuardRules", x => x.Id);
                    table.ForeignKey(
                        name: "FK_GuardRules_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_GuardRules_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_GuardRules_Spaces_SpaceId",
                        column: x => x.SpaceId,
                        principalTable: "Spaces",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "ReasonTemplates",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    ById = table.Column<long>(type: "bigint", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReasonTemplates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReasonTemplates_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "SpaceVoices",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    SpaceId = table.Column<long>(type: "bigint", nullable: false),
                    Guide = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false, collation: "C"),
                    AsksInterest = table.Column<bool>(type: "boolean", nullable: false),
                    ById = table.Column<long>(type: "bigint", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SpaceVoices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SpaceVoices_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_SpaceVoices_Spaces_SpaceId",
                        column: x => x.SpaceId,
                        principalTable: "Spaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Submissions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PersonId = table.Column<long>(type: "bigint", nullable: false),
                    IsMasked = table.Column<bool>(type: "boolean", nullable: false),
                    SpaceId = table.Column<long>(type: "bigint", nullable: false),
                    TopicId = table.Column<long>(type: "bigint", nullable: true),
                    Voice = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    UnitId = table.Column<long>(type: "bigint", nullable: true),
                    Request = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Interest = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Justification = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Reasons = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    NeedsVoice = table.Column<bool>(type: "boolean", nullable: false),
                    State = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    DueAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LateAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ReleaseAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ClaimedById = table.Column<long>(type: "bigint", nullable: true),
                    ClaimedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    DecidedById = table.Column<long>(type: "bigint", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Note = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PostId = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Submissions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Submissions_People_ClaimedById",
                        column: x => x.ClaimedById,
                        principalTable: "People",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Submissions_People_DecidedById",
                        column: x => x.DecidedById,
                        principalTable: "People",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Submissions_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Submissions_Posts_PostId",
                        column: x => x.PostId,
                        principalTable: "Posts",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Submissions_Spaces_SpaceId",
                        column: x => x.SpaceId,
                        principalTable: "Spaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Submissions_Topics_TopicId",
                        column: x => x.TopicId,
                        principalTable: "Topics",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "VoiceGrants",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PersonId = table.Column<long>(type: "bigint", nullable: false),
                    MaskId = table.Column<long>(type: "bigint", nullable: false),
                    Voice = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    UnitId = table.Column<long>(type: "bigint", nullable: true),
                    SpaceId = table.Column<long>(type: "bigint", nullable: true),
                    Until = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    NeedsSecond = table.Column<bool>(type: "boolean", nullable: false),
                    Why = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    ById = table.Column<long>(type: "bigint", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EndedById = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VoiceGrants", x => x.Id);
                    table.ForeignKey(
                        name: "FK_VoiceGrants_Masks_MaskId",
                        column: x => x.MaskId,
                        principalTable: "Masks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_VoiceGrants_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_VoiceGrants_People_EndedById",
                        column: x => x.EndedById,
                        principalTable: "People",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_VoiceGrants_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_VoiceGrants_Spaces_SpaceId",
                        column: x => x.SpaceId,
                        principalTable: "Spaces",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_VoiceGrants_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "CheckHits",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    RuleId = table.Column<long>(type: "bigint", nullable: false),
                    Outcome = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CheckHits", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CheckHits_GuardRules_RuleId",
                        column: x => x.RuleId,
                        principalTable: "GuardRules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Masks_UnitId",
                table: "Masks",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_ApprovalRules_ById",
                table: "ApprovalRules",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_ApprovalRules_SpaceId",
                table: "ApprovalRules",
                column: "SpaceId");

            migrationBuilder.CreateIndex(
                name: "IX_CheckHits_RuleId_At",
                table: "CheckHits",
                columns: new[] { "RuleId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Disclaimers_ById",
                table: "Disclaimers",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_Disclaimers_Number",
                table: "Disclaimers",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GuardRules_ById",
                table: "GuardRules",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_GuardRules_OwnerId",
                table: "GuardRules",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_GuardRules_SpaceId",
                table: "GuardRules",
                column: "SpaceId");

            migrationBuilder.CreateIndex(
                name: "IX_ReasonTemplates_ById",
                table: "ReasonTemplates",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_SpaceVoices_ById",
                table: "SpaceVoices",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_SpaceVoices_SpaceId",
                table: "SpaceVoices",
                column: "SpaceId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Submissions_ClaimedById",
                table: "Submissions",
                column: "ClaimedById");

            migrationBuilder.CreateIndex(
                name: "IX_Submissions_DecidedById",
                table: "Submissions",
                column: "DecidedById");

            migrationBuilder.CreateIndex(
                name: "IX_Submissions_PersonId",
                table: "Submissions",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Submissions_PostId",
                table: "Submissions",
                column: "PostId");

            migrationBuilder.CreateIndex(
                name: "IX_Submissions_SpaceId",
                table: "Submissions",
                column: "SpaceId");

            migrationBuilder.CreateIndex(
                name: "IX_Submissions_State_ReleaseAt",
                table: "Submissions",
                columns: new[] { "State", "ReleaseAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Submissions_TopicId",
                table: "Submissions",
                column: "TopicId");

            migrationBuilder.CreateIndex(
                name: "IX_VoiceGrants_ById",
                table: "VoiceGrants",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_VoiceGrants_EndedById",
                table: "VoiceGrants",
                column: "EndedById");

            migrationBuilder.CreateIndex(
                name: "IX_VoiceGrants_MaskId",
                table: "VoiceGrants",
                column: "MaskId");

            migrationBuilder.CreateIndex(
                name: "IX_VoiceGrants_PersonId",
                table: "VoiceGrants",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_VoiceGrants_SpaceId",
                table: "VoiceGrants",
                column: "SpaceId");

            migrationBuilder.CreateIndex(
                name: "IX_VoiceGrants_UnitId",
                table: "VoiceGrants",
                column: "UnitId");

            migrationBuilder.AddForeignKey(
                name: "FK_Masks_Units_UnitId",
                table: "Masks",
                column: "UnitId",
                principalTable: "Units",
                principalColumn: "Id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Masks_Units_UnitId",
                table: "Masks");

            migrationBuilder.DropTable(
                name: "ApprovalRules");

            migrationBuilder.DropTable(
                name: "CheckHits");

            migrationBuilder.DropTable(
                name: "Disclaimers");

            migrationBuilder.DropTable(
                name: "ReasonTemplates");

            migrationBuilder.DropTable(
                name: "SpaceVoices");

            migrationBuilder.DropTable(
                name: "Submissions");

            migrationBuilder.DropTable(
                name: "VoiceGrants");

            migrationBuilder.DropTable(
                name: "GuardRules");

            migrationBuilder.DropIndex(
                name: "IX_Masks_UnitId",
                table: "Masks");

            migrationBuilder.DropColumn(
                name: "Rules",
                table: "Spaces");

            migrationBuilder.DropColumn(
                name: "Interest",
                table: "Posts");

            migrationBuilder.DropColumn(
                name: "Voice",
                table: "Posts");

            migrationBuilder.DropColumn(
                name: "UnitId",
                table: "Masks");

            migrationBuilder.DropColumn(
                name: "Voice",
                table: "Masks");
        }
    }
}
