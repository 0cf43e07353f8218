using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Community.Store.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Playbooks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Playbooks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    OwnerId = table.Column<long>(type: "bigint", nullable: false),
                    VersionNumber = table.Column<int>(type: "integer", nullable: false),
                    ReadyKey = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true, collation: "C"),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RetiredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    RetiredById = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Playbooks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Playbooks_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Playbooks_People_RetiredById",
                        column: x => x.RetiredById,
                        principalTable: "People",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "PlaybookVersions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PlaybookId = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Scenario = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    OtherScenario = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    Title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    When = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, collation: "C"),
                    Reply = table.Column<string>(type: "character varying(5000)", maxLength: 5000, nullable: false, collation: "C"),
                    ApproverParty = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    ApproverUnitId = table.Column<long>(type: "bigint", nullable: true),
                    ApproverPersonId = table.Column<long>(type: "bigint", nullable: true),
                    Hours = table.Column<int>(type: "integer", nullable: false),
                    ById = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlaybookVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlaybookVersions_People_ApproverPersonId",
                        column: x => x.ApproverPersonId,
                        principalTable: "People",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_PlaybookVersions_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PlaybookVersions_Playbooks_PlaybookId",
                        column: x => x.PlaybookId,
                        principalTable: "Playbooks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PlaybookVersions_Units_ApproverUnitId",
                        column: x => x.ApproverUnitId,
                        principalTable: "Units",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "PlaybookRuns",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PlaybookId = table.Column<long>(type: "bigint", nullable: false),
                    VersionId = table.Column<long>(type: "bigint", nullable: false),
                    PostId = table.Column<long>(type: "bigint", nullable: false),
                    StarterId = table.Column<long>(type: "bigint", nullable: false),
                    Why = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    StartedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    DueAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RemindedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    State = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EndedById = table.Column<long>(type: "bigint", nullable: true),
                    Outcome = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, collation: "C"),
                    Reply = table.Column<string>(type: "character varying(5000)", maxLength: 5000, nullable: false, collation: "C"),
                    ReplyById = table.Column<long>(type: "bigint", nullable: true),
                    ReplyVersion = table.Column<int>(type: "integer", nullable: false),
                    DecidedById = table.Column<long>(type: "bigint", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    IsApproved = table.Column<bool>(type: "boolean", nullable: false),
                    DecisionNote = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlaybookRuns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlaybookRuns_People_DecidedById",
                        column: x => x.DecidedById,
                        principalTable: "People",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_PlaybookRuns_People_EndedById",
                        column: x => x.EndedById,
                        principalTable: "People",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_PlaybookRuns_People_ReplyById",
                        column: x => x.ReplyById,
                        principalTable: "People",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_PlaybookRuns_People_StarterId",
                        column: x => x.StarterId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PlaybookRuns_PlaybookVersions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "PlaybookVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PlaybookRuns_Playbooks_PlaybookId",
                        column: x => x.PlaybookId,
                        principalTable: "Playbooks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PlaybookRuns_Posts_PostId",
                        column: x => x.PostId,
                        principalTable: "Posts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PlaybookSteps",
                columns: table => new
                {
                    VersionId = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    Party = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    UnitId = table.Column<long>(type: "bigint", nullable: true),
                    PersonId = table.Column<long>(type: "bigint", nullable: true),
                    Hours = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlaybookSteps", x => new { x.VersionId, x.Number });
                    table.ForeignKey(
                        name: "FK_PlaybookSteps_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_PlaybookSteps_PlaybookVersions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "PlaybookVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PlaybookSteps_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "PlaybookRunSteps",
                columns: table => new
                {
                    RunId = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    DueAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    RemindedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    TakenById = table.Column<long>(type: "bigint", nullable: true),
                    TakenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ById = table.Column<long>(type: "bigint", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Line = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlaybookRunSteps", x => new { x.RunId, x.Number });
                    table.ForeignKey(
                        name: "FK_PlaybookRunSteps_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_PlaybookRunSteps_People_TakenById",
                        column: x => x.TakenById,
                        principalTable: "People",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_PlaybookRunSteps_PlaybookRuns_RunId",
                        column: x => x.RunId,
                        principalTable: "PlaybookRuns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_PlaybookRuns_DecidedById",
                table: "PlaybookRuns",
                column: "DecidedById");

            migrationBuilder.CreateIndex(
                name: "IX_PlaybookRuns_EndedById",
                table: "PlaybookRuns",
                column: "EndedById");

            migrationBuilder.CreateIndex(
                name: "IX_PlaybookRuns_PlaybookId",
                table: "PlaybookRuns",
                column: "PlaybookId");

            migrationBuilder.CreateIndex(
                name: "IX_PlaybookRuns_PostId",
                table: "PlaybookRuns",
                column: "PostId");

            migrationBuilder.CreateIndex(
                name: "IX_PlaybookRuns_ReplyById",
                table: "PlaybookRuns",
                column: "ReplyById");

            migrationBuilder.CreateIndex(
                name: "IX_PlaybookRuns_StarterId",
                table: "PlaybookRuns",
                column: "StarterId");

            migrationBuilder.CreateIndex(
                name: "IX_PlaybookRuns_State_DueAt",
                table: "PlaybookRuns",
                columns: new[] { "State", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_PlaybookRuns_VersionId",
                table: "PlaybookRuns",
                column: "VersionId");

            migrationBuilder.CreateIndex(
                name: "IX_PlaybookRunSteps_ById",
                table: "PlaybookRunSteps",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_PlaybookRunSteps_TakenById",
                table: "PlaybookRunSteps",
                column: "TakenById");

            migrationBuilder.CreateIndex(
                name: "IX_Playbooks_OwnerId",
                table: "Playbooks",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_Playbooks_ReadyKey",
                table: "Playbooks",
                column: "ReadyKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Playbooks_RetiredById",
                table: "Playbooks",
                column: "RetiredById");

            migrationBuilder.CreateIndex(
                name: "IX_PlaybookSteps_PersonId",
                table: "PlaybookSteps",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_PlaybookSteps_UnitId",
                table: "PlaybookSteps",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_PlaybookVersions_ApproverPersonId",
                table: "PlaybookVersions",
                column: "ApproverPersonId");

            migrationBuilder.CreateIndex(
                name: "IX_PlaybookVersions_ApproverUnitId",
                table: "PlaybookVersions",
                column: "ApproverUnitId");

            migrationBuilder.CreateIndex(
                name: "IX_PlaybookVersions_ById",
                table: "PlaybookVersions",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_PlaybookVersions_PlaybookId_Number",
                table: "PlaybookVersions",
                columns: new[] { "PlaybookId", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PlaybookRunSteps");

            migrationBuilder.DropTable(
                name: "PlaybookSteps");

            migrationBuilder.DropTable(
                name: "PlaybookRuns");

            migrationBuilder.DropTable(
                name: "PlaybookVersions");

            migrationBuilder.DropTable(
                name: "Playbooks");
        }
    }
}
