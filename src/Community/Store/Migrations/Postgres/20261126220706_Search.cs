using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Community.Store.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Search : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Notifications_EventId_PersonId",
                table: "Notifications");

            migrationBuilder.CreateTable(
                name: "AskedSearches",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Day = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Words = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Group = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Found = table.Column<int>(type: "integer", nullable: false),
                    SpaceId = table.Column<long>(type: "bigint", nullable: true),
                    IsNarrowed = table.Column<bool>(type: "boolean", nullable: false),
                    By = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AskedSearches", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AvoidedSubjects",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PersonId = table.Column<long>(type: "bigint", nullable: false),
                    Subject = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    SubjectFolded = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AvoidedSubjects", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AvoidedSubjects_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Gaps",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Group = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Words = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    State = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Searches = table.Column<int>(type: "integer", nullable: false),
                    Missed = table.Column<int>(type: "integer", nullable: false),
                    IsMissed = table.Column<bool>(type: "boolean", nullable: false),
                    LastDay = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    CountedFrom = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Gaps", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "HalfLives",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    SpaceId = table.Column<long>(type: "bigint", nullable: false),
                    Months = table.Column<int>(type: "integer", nullable: true),
                    ById = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HalfLives", x => x.Id);
                    table.ForeignKey(
                        name: "FK_HalfLives_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_HalfLives_Spaces_SpaceId",
                        column: x => x.SpaceId,
                        principalTable: "Spaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Hidings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PersonId = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Hidings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Hidings_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SavedSearches",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PersonId = table.Column<long>(type: "bigint", nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, collation: "C"),
                    Kind = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    SpaceId = table.Column<long>(type: "bigint", nullable: true),
                    Tag = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C"),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    AlertSince = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    DeletedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedSearches", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SavedSearches_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_SavedSearches_Spaces_SpaceId",
                        column: x => x.SpaceId,
                        principalTable: "Spaces",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Terms",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    SpaceId = table.Column<long>(type: "bigint", nullable: true),
                    Name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    NameFolded = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Meaning = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    SynonymLines = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    SynonymsFolded = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    RevisionNumber = table.Column<int>(type: "integer", nullable: false),
                    AuthorId = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RemovedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Terms", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Terms_People_AuthorId",
                        column: x => x.AuthorId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Terms_Spaces_SpaceId",
                        column: x => x.SpaceId,
                        principalTable: "Spaces",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "GapClaims",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    GapId = table.Column<long>(type: "bigint", nullable: false),
                    PersonId = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Ending = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    TopicId = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GapClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_GapClaims_Gaps_GapId",
                        column: x => x.GapId,
                        principalTable: "Gaps",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_GapClaims_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_GapClaims_Topics_TopicId",
                        column: x => x.TopicId,
                        principalTable: "Topics",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "GapDismissals",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    GapId = table.Column<long>(type: "bigint", nullable: false),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    ById = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RestoredById = table.Column<long>(type: "bigint", nullable: true),
                    RestoredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GapDismissals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_GapDismissals_Gaps_GapId",
                        column: x => x.GapId,
                        principalTable: "Gaps",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_GapDismissals_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SearchFinds",
                columns: table => new
                {
                    SearchId = table.Column<long>(type: "bigint", nullable: false),
                    TopicId = table.Column<long>(type: "bigint", nullable: false),
                    PostId = table.Column<long>(type: "bigint", nullable: false),
                    EventId = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    IsTold = table.Column<bool>(type: "boolean", nullable: false),
                    IsLast = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchFinds", x => new { x.SearchId, x.TopicId });
                    table.ForeignKey(
                        name: "FK_SearchFinds_SavedSearches_SearchId",
                        column: x => x.SearchId,
                        principalTable: "SavedSearches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TermRemovals",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    TermId = table.Column<long>(type: "bigint", nullable: false),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    ById = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    LiftedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LiftedById = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TermRemovals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TermRemovals_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_TermRemovals_People_LiftedById",
                        column: x => x.LiftedById,
                        principalTable: "People",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_TermRemovals_Terms_TermId",
                        column: x => x.TermId,
                        principalTable: "Terms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TermRevisions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    TermId = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    Meaning = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    SynonymLines = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Summary = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    EditorId = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TermRevisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TermRevisions_People_EditorId",
                        column: x => x.EditorId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_TermRevisions_Terms_TermId",
                        column: x => x.TermId,
                        principalTable: "Terms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_EventId_PersonId_Kind",
                table: "Notifications",
                columns: new[] { "EventId", "PersonId", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AskedSearches_Day",
                table: "AskedSearches",
                column: "Day");

            migrationBuilder.CreateIndex(
                name: "IX_AskedSearches_Group_Day",
                table: "AskedSearches",
                columns: new[] { "Group", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_AvoidedSubjects_PersonId_SubjectFolded",
                table: "AvoidedSubjects",
                columns: new[] { "PersonId", "SubjectFolded" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GapClaims_GapId",
                table: "GapClaims",
                column: "GapId");

            migrationBuilder.CreateIndex(
                name: "IX_GapClaims_PersonId",
                table: "GapClaims",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_GapClaims_TopicId",
                table: "GapClaims",
                column: "TopicId");

            migrationBuilder.CreateIndex(
                name: "IX_GapDismissals_ById",
                table: "GapDismissals",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_GapDismissals_GapId",
                table: "GapDismissals",
                column: "GapId");

            migrationBuilder.CreateIndex(
                name: "IX_Gaps_Group",
                table: "Gaps",
                column: "Group",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Gaps_State_IsMissed_Missed_Id",
                table: "Gaps",
                columns: new[] { "State", "IsMissed", "Missed", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_HalfLives_ById",
                table: "HalfLives",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_HalfLives_SpaceId",
                table: "HalfLives",
                column: "SpaceId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Hidings_PersonId",
                table: "Hidings",
                column: "PersonId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SavedSearches_DeletedAt",
                table: "SavedSearches",
                column: "DeletedAt");

            migrationBuilder.CreateIndex(
                name: "IX_SavedSearches_PersonId",
                table: "SavedSearches",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_SavedSearches_SpaceId",
                table: "SavedSearches",
                column: "SpaceId");

            migrationBuilder.CreateIndex(
                name: "IX_SearchFinds_EventId",
                table: "SearchFinds",
                column: "EventId");

            migrationBuilder.CreateIndex(
                name: "IX_TermRemovals_ById",
                table: "TermRemovals",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_TermRemovals_LiftedById",
                table: "TermRemovals",
                column: "LiftedById");

            migrationBuilder.CreateIndex(
                name: "IX_TermRemovals_TermId",
                table: "TermRemovals",
                column: "TermId");

            migrationBuilder.CreateIndex(
                name: "IX_TermRevisions_EditorId",
                table: "TermRevisions",
                column: "EditorId");

            migrationBuilder.CreateIndex(
                name: "IX_TermRevisions_TermId_Number",
                table: "TermRevisions",
                columns: new[] { "TermId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Terms_AuthorId",
                table: "Terms",
                column: "AuthorId");

            migrationBuilder.CreateIndex(
                name: "IX_Terms_OfAll",
                table: "Terms",
                column: "NameFolded",
                unique: true,
                filter: "\"SpaceId\" IS NULL AND \"RemovedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Terms_OfSpace",
                table: "Terms",
                columns: new[] { "SpaceId", "NameFolded" },
                unique: true,
                filter: "\"SpaceId\" IS NOT NULL AND \"RemovedAt\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AskedSearches");

            migrationBuilder.DropTable(
                name: "AvoidedSubjects");

            migrationBuilder.DropTable(
                name: "GapClaims");

            migrationBuilder.DropTable(
                name: "GapDismissals");

            migrationBuilder.DropTable(
                name: "HalfLives");

            migrationBuilder.DropTable(
                name: "Hidings");

            migrationBuilder.DropTable(
                name: "SearchFinds");

            migrationBuilder.DropTable(
                name: "TermRemovals");

            migrationBuilder.DropTable(
                name: "TermRevisions");

            migrationBuilder.DropTable(
                name: "Gaps");

            migrationBuilder.DropTable(
                name: "SavedSearches");

            migrationBuilder.DropTable(
                name: "Terms");

            migrationBuilder.DropIndex(
                name: "IX_Notifications_EventId_PersonId_Kind",
                table: "Notifications");

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_EventId_PersonId",
                table: "Notifications",
                columns: new[] { "EventId", "PersonId" },
                unique: true);
        }
    }
}
