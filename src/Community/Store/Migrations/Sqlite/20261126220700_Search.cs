using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Community.Store.Migrations.Sqlite
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Day = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Group = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Found = table.Column<int>(type: "INTEGER", nullable: false),
                    SpaceId = table.Column<long>(type: "INTEGER", nullable: true),
                    IsNarrowed = table.Column<bool>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AskedSearches", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AvoidedSubjects",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    SubjectFolded = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Group = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Searches = table.Column<int>(type: "INTEGER", nullable: false),
                    Missed = table.Column<int>(type: "INTEGER", nullable: false),
                    IsMissed = table.Column<bool>(type: "INTEGER", nullable: false),
                    LastDay = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CountedFrom = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Gaps", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "HalfLives",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SpaceId = table.Column<long>(type: "INTEGER", nullable: false),
                    Months = table.Column<int>(type: "INTEGER", nullable: true),
                    ById = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    SpaceId = table.Column<long>(type: "INTEGER", nullable: true),
                    Tag = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AlertSince = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DeletedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SpaceId = table.Column<long>(type: "INTEGER", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    NameFolded = table.Column<string>(type: "TEXT", nullable: false),
                    Meaning = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    SynonymLines = table.Column<string>(type: "TEXT", nullable: false),
                    SynonymsFolded = table.Column<string>(type: "TEXT", nullable: false),
                    RevisionNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    AuthorId = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RemovedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GapId = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Ending = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    TopicId = table.Column<long>(type: "INTEGER", nullable: true)
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GapId = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ById = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RestoredById = table.Column<long>(type: "INTEGER", nullable: true),
                    RestoredAt = table.Column<DateTime>(type: "TEXT", nullable: true)
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
                    SearchId = table.Column<long>(type: "INTEGER", nullable: false),
                    TopicId = table.Column<long>(type: "INTEGER", nullable: false),
                    PostId = table.Column<long>(type: "INTEGER", nullable: false),
                    EventId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    IsTold = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsLast = table.Column<bool>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TermId = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ById = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LiftedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LiftedById = table.Column<long>(type: "INTEGER", nullable: true)
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TermId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Meaning = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    SynonymLines = table.Column<string>(type: "TEXT", nullable: false),
                    Summary = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    EditorId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
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
