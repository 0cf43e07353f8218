using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Community.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class NotesKept : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsMinor",
                table: "Revisions",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "BuddyChoices",
                columns: table => new
                {
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    BuddyId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BuddyChoices", x => x.PersonId);
                    table.ForeignKey(
                        name: "FK_BuddyChoices_People_BuddyId",
                        column: x => x.BuddyId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_BuddyChoices_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "NoteApprovals",
                columns: table => new
                {
                    SpaceId = table.Column<long>(type: "INTEGER", nullable: false),
                    ById = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoteApprovals", x => x.SpaceId);
                    table.ForeignKey(
                        name: "FK_NoteApprovals_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_NoteApprovals_Spaces_SpaceId",
                        column: x => x.SpaceId,
                        principalTable: "Spaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "NoteCares",
                columns: table => new
                {
                    TopicId = table.Column<long>(type: "INTEGER", nullable: false),
                    CheckedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CheckedById = table.Column<long>(type: "INTEGER", nullable: true),
                    ReviewAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Months = table.Column<int>(type: "INTEGER", nullable: true),
                    DisputedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    OutdatedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RemindedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoteCares", x => x.TopicId);
                    table.ForeignKey(
                        name: "FK_NoteCares_People_CheckedById",
                        column: x => x.CheckedById,
                        principalTable: "People",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_NoteCares_Topics_TopicId",
                        column: x => x.TopicId,
                        principalTable: "Topics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "NoteChecks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TopicId = table.Column<long>(type: "INTEGER", nullable: false),
                    ById = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Word = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    RevisionNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    ReviewAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoteChecks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_NoteChecks_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_NoteChecks_Topics_TopicId",
                        column: x => x.TopicId,
                        principalTable: "Topics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "NoteDisputes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TopicId = table.Column<long>(type: "INTEGER", nullable: false),
                    BlockId = table.Column<long>(type: "INTEGER", nullable: true),
                    FirstBlockId = table.Column<long>(type: "INTEGER", nullable: true),
                    ById = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SettledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SettledById = table.Column<long>(type: "INTEGER", nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoteDisputes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_NoteDisputes_NoteBlocks_BlockId",
                        column: x => x.BlockId,
                        principalTable: "NoteBlocks",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_NoteDisputes_NoteBlocks_FirstBlockId",
                        column: x => x.FirstBlockId,
                        principalTable: "NoteBlocks",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_NoteDisputes_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_NoteDisputes_Topics_TopicId",
                        column: x => x.TopicId,
                        principalTable: "Topics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "NoteHandovers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TopicId = table.Column<long>(type: "INTEGER", nullable: false),
                    FromPersonId = table.Column<long>(type: "INTEGER", nullable: true),
                    FromUnitId = table.Column<long>(type: "INTEGER", nullable: true),
                    ToPersonId = table.Column<long>(type: "INTEGER", nullable: true),
                    ToUnitId = table.Column<long>(type: "INTEGER", nullable: true),
                    Why = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ById = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoteHandovers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_NoteHandovers_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_NoteHandovers_People_FromPersonId",
                        column: x => x.FromPersonId,
                        principalTable: "People",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_NoteHandovers_People_ToPersonId",
                        column: x => x.ToPersonId,
                        principalTable: "People",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_NoteHandovers_Topics_TopicId",
                        column: x => x.TopicId,
                        principalTable: "Topics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_NoteHandovers_Units_FromUnitId",
                        column: x => x.FromUnitId,
                        principalTable: "Units",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_NoteHandovers_Units_ToUnitId",
                        column: x => x.ToUnitId,
                        principalTable: "Units",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "NoteIntervals",
                columns: table => new
                {
                    SpaceId = table.Column<long>(type: "INTEGER", nullable: false),
                    Months = table.Column<int>(type: "INTEGER", nullable: false),
                    ById = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoteIntervals", x => x.SpaceId);
                    table.ForeignKey(
                        name: "FK_NoteIntervals_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_NoteIntervals_Spaces_SpaceId",
                        column: x => x.SpaceId,
                        principalTable: "Spaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "NoteOutdatings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TopicId = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ById = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedById = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoteOutdatings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_NoteOutdatings_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_NoteOutdatings_Topics_TopicId",
                        column: x => x.TopicId,
                        principalTable: "Topics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "NoteTemplates",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SpaceId = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    MadeById = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RemovedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoteTemplates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_NoteTemplates_People_MadeById",
                        column: x => x.MadeById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_NoteTemplates_Spaces_SpaceId",
                        column: x => x.SpaceId,
                        principalTable: "Spaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "NoteUnitStewardships",
                columns: table => new
                {
                    TopicId = table.Column<long>(type: "INTEGER", nullable: false),
                    UnitId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoteUnitStewardships", x => new { x.TopicId, x.UnitId });
                    table.ForeignKey(
                        name: "FK_NoteUnitStewardships_Topics_TopicId",
                        column: x => x.TopicId,
                        principalTable: "Topics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_NoteUnitStewardships_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "NoteVerdicts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TopicId = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Word = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    RevisionNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedById = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoteVerdicts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_NoteVerdicts_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_NoteVerdicts_Topics_TopicId",
                        column: x => x.TopicId,
                        principalTable: "Topics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "OutsideLinks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TopicId = table.Column<long>(type: "INTEGER", nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: true),
                    Silences = table.Column<int>(type: "INTEGER", nullable: false),
                    DeadSince = table.Column<DateTime>(type: "TEXT", nullable: true),
                    NextAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutsideLinks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OutsideLinks_Topics_TopicId",
                        column: x => x.TopicId,
                        principalTable: "Topics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Paths",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SpaceId = table.Column<long>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Lead = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    UnitId = table.Column<long>(type: "INTEGER", nullable: true),
                    MadeById = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RemovedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RemovedById = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Paths", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Paths_People_MadeById",
                        column: x => x.MadeById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Paths_Spaces_SpaceId",
                        column: x => x.SpaceId,
                        principalTable: "Spaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Paths_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "NotePositions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DisputeId = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Link = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NotePositions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_NotePositions_NoteDisputes_DisputeId",
                        column: x => x.DisputeId,
                        principalTable: "NoteDisputes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_NotePositions_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PathStations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PathId = table.Column<long>(type: "INTEGER", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    TopicId = table.Column<long>(type: "INTEGER", nullable: true),
                    MeetId = table.Column<long>(type: "INTEGER", nullable: true),
                    Why = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    AddedById = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    TakenOutAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PathStations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PathStations_Paths_PathId",
                        column: x => x.PathId,
                        principalTable: "Paths",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PathStations_People_MeetId",
                        column: x => x.MeetId,
                        principalTable: "People",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_PathStations_Topics_TopicId",
                        column: x => x.TopicId,
                        principalTable: "Topics",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "StationProgress",
                columns: table => new
                {
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    StationId = table.Column<long>(type: "INTEGER", nullable: false),
                    ReadAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    TriedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StationProgress", x => new { x.PersonId, x.StationId });
                    table.ForeignKey(
                        name: "FK_StationProgress_PathStations_StationId",
                        column: x => x.StationId,
                        principalTable: "PathStations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_StationProgress_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_BuddyChoices_BuddyId",
                table: "BuddyChoices",
                column: "BuddyId");

            migrationBuilder.CreateIndex(
                name: "IX_NoteApprovals_ById",
                table: "NoteApprovals",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_NoteCares_CheckedById",
                table: "NoteCares",
                column: "CheckedById");

            migrationBuilder.CreateIndex(
                name: "IX_NoteCares_ReviewAt",
                table: "NoteCares",
                column: "ReviewAt");

            migrationBuilder.CreateIndex(
                name: "IX_NoteChecks_ById",
                table: "NoteChecks",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_NoteChecks_TopicId",
                table: "NoteChecks",
                column: "TopicId");

            migrationBuilder.CreateIndex(
                name: "IX_NoteDisputes_BlockId",
                table: "NoteDisputes",
                column: "BlockId");

            migrationBuilder.CreateIndex(
                name: "IX_NoteDisputes_ById",
                table: "NoteDisputes",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_NoteDisputes_FirstBlockId",
                table: "NoteDisputes",
                column: "FirstBlockId");

            migrationBuilder.CreateIndex(
                name: "IX_NoteDisputes_TopicId",
                table: "NoteDisputes",
                column: "TopicId");

            migrationBuilder.CreateIndex(
                name: "IX_NoteHandovers_ById",
                table: "NoteHandovers",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_NoteHandovers_FromPersonId",
                table: "NoteHandovers",
                column: "FromPersonId");

            migrationBuilder.CreateIndex(
                name: "IX_NoteHandovers_FromUnitId",
                table: "NoteHandovers",
                column: "FromUnitId");

            migrationBuilder.CreateIndex(
                name: "IX_NoteHandovers_ToPersonId",
                table: "NoteHandovers",
                column: "ToPersonId");

            migrationBuilder.CreateIndex(
                name: "IX_NoteHandovers_TopicId",
                table: "NoteHandovers",
                column: "TopicId");

            migrationBuilder.CreateIndex(
                name: "IX_NoteHandovers_ToUnitId",
                table: "NoteHandovers",
                column: "ToUnitId");

            migrationBuilder.CreateIndex(
                name: "IX_NoteIntervals_ById",
                table: "NoteIntervals",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_NoteOutdatings_ById",
                table: "NoteOutdatings",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_NoteOutdatings_TopicId",
                table: "NoteOutdatings",
                column: "TopicId");

            migrationBuilder.CreateIndex(
                name: "IX_NotePositions_DisputeId",
                table: "NotePositions",
                column: "DisputeId");

            migrationBuilder.CreateIndex(
                name: "IX_NotePositions_PersonId",
                table: "NotePositions",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_NoteTemplates_MadeById",
                table: "NoteTemplates",
                column: "MadeById");

            migrationBuilder.CreateIndex(
                name: "IX_NoteTemplates_SpaceId",
                table: "NoteTemplates",
                column: "SpaceId");

            migrationBuilder.CreateIndex(
                name: "IX_NoteUnitStewardships_UnitId",
                table: "NoteUnitStewardships",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_NoteVerdicts_PersonId",
                table: "NoteVerdicts",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_NoteVerdicts_TopicId_At",
                table: "NoteVerdicts",
                columns: new[] { "TopicId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_OutsideLinks_NextAt",
                table: "OutsideLinks",
                column: "NextAt");

            migrationBuilder.CreateIndex(
                name: "IX_OutsideLinks_TopicId_Address",
                table: "OutsideLinks",
                columns: new[] { "TopicId", "Address" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Paths_MadeById",
                table: "Paths",
                column: "MadeById");

            migrationBuilder.CreateIndex(
                name: "IX_Paths_SpaceId",
                table: "Paths",
                column: "SpaceId");

            migrationBuilder.CreateIndex(
                name: "IX_Paths_UnitId",
                table: "Paths",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_PathStations_MeetId",
                table: "PathStations",
                column: "MeetId");

            migrationBuilder.CreateIndex(
                name: "IX_PathStations_PathId_Order",
                table: "PathStations",
                columns: new[] { "PathId", "Order" });

            migrationBuilder.CreateIndex(
                name: "IX_PathStations_TopicId",
                table: "PathStations",
                column: "TopicId");

            migrationBuilder.CreateIndex(
                name: "IX_StationProgress_StationId",
                table: "StationProgress",
                column: "StationId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BuddyChoices");

            migrationBuilder.DropTable(
                name: "NoteApprovals");

            migrationBuilder.DropTable(
                name: "NoteCares");

            migrationBuilder.DropTable(
                name: "NoteChecks");

            migrationBuilder.DropTable(
                name: "NoteHandovers");

            migrationBuilder.DropTable(
                name: "NoteIntervals");

            migrationBuilder.DropTable(
                name: "NoteOutdatings");

            migrationBuilder.DropTable(
                name: "NotePositions");

            migrationBuilder.DropTable(
                name: "NoteTemplates");

            migrationBuilder.DropTable(
                name: "NoteUnitStewardships");

            migrationBuilder.DropTable(
                name: "NoteVerdicts");

            migrationBuilder.DropTable(
                name: "OutsideLinks");

            migrationBuilder.DropTable(
                name: "StationProgress");

            migrationBuilder.DropTable(
                name: "NoteDisputes");

            migrationBuilder.DropTable(
                name: "PathStations");

            migrationBuilder.DropTable(
                name: "Paths");

            migrationBuilder.DropColumn(
                name: "IsMinor",
                table: "Revisions");
        }
    }
}
