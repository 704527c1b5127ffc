import Foundation
import Testing

/// What is refused of themes, rounds, drafts, comments and the matrix.
@Suite struct ThemeRefusalTests {
  typealias Case = RefusalTests.Case
  private static let review = "review.linewise"

  static let usage = [
    Case(64, "theme", review, "new", "x", says: "Say --level descriptive or analytical."),
    Case(64, "theme", review, "new", "x", "y", "--level", "analytical", says: "Say one name"),
    Case(64, "theme", review, "place", "--under", "Time", says: "Say which codes or themes."),
    Case(64, "theme", review, "place", "slow", says: "Say --under which theme, or --top."),
    Case(64, "theme", review, "place", "Time", "--under", "Trust", "--top", says: "or --top."),
    Case(
      64, "theme", review, "place", "slow", "--under", "Time", "--position", "0",
      says: "Places are counted from 1."),
    Case(64, "theme", review, "unplace", says: "Say which codes or themes."),
    Case(64, "theme", review, "set", "Time", says: "--status"),
    Case(64, "theme", review, "set", "Time", "--status", "maybe", says: "maybe"),
    Case(64, "theme", review, "delete", says: "Say which themes."),
    Case(64, "theme", review, "merge", "Time", says: "--into"),
    Case(64, "arrangement", review, "new", says: "Say the name of the draft."),
    Case(64, "codes", review, "leave-out", "slow", says: "--why"),
    Case(64, "codes", review, "take-in", says: "Say which codes."),
    Case(64, "comment", review, "add", "--theme", "Time", says: "Say one text"),
    Case(64, "comment", review, "add", "words", says: "--study, --code or --theme"),
    Case(64, "comment", review, "reply", "x", says: "Say which comment, and the answer."),
    Case(64, "comment", review, "resolve", says: "Say which comment."),
    Case(64, "matrix", review, "--below", "quality", says: "quality"),
    Case(64, "matrix", review, "--cells", "words", says: "words"),
    Case(
      64, "evidence", review, "--study", "alder", "--line", "4", "--code", "slow", "--theme",
      "Time", says: "--code or --theme"),
  ]

  static let data = [
    Case(
      65, "theme", review, "place", "slow", "--under", "Trust",
      says: "‘slow’ is a code and ‘Trust’ is analytical"),
    Case(65, "theme", review, "place", "slow", "--top", says: "only themes stand at the top"),
    Case(
      65, "theme", review, "place", "Trust", "--under", "Time",
      says: "‘Trust’ is analytical and stands at the top"),
    Case(65, "theme", review, "place", "Time", "--under", "Time", says: "under itself"),
    Case(
      65, "theme", review, "place", "Time", "--under", "Days",
      says: "‘Time’ cannot stand under ‘Days’, which stands under it"),
    Case(65, "theme", review, "merge", "Time", "--into", "Trust", says: "are not of one level"),
    Case(65, "theme", review, "merge", "Time", "--into", "Time", says: "into itself"),
    Case(65, "theme", review, "set", "Time", "--name", " ", says: "needs a name"),
    Case(65, "codes", review, "leave-out", "slow", "--why", " ", says: "needs a name"),
    Case(65, "round", review, " ", says: "needs a name"),
    Case(65, "arrangement", review, "reveal", "shared", says: "the shared board is no draft"),
    Case(65, "comment", review, "add", "--theme", "Time", " ", says: "comment needs a name"),
    Case(65, "matrix", review, "--below", "quality=good", says: "‘good’ is not a number"),
  ]

  static let missing = [
    Case(66, "theme", review, "set", "Tim", "--name", "x", says: "did you mean ‘Time’?"),
    Case(
      66, "theme", review, "place", "slo", "--under", "Time", says: "no code or theme is called"),
    Case(66, "theme", review, "place", "slow", "--under", "9", says: "no theme is called ‘9’"),
    Case(66, "theme", review, "list", "--in", "mine", says: "no draft is called ‘mine’"),
    Case(66, "agree", review, "Nothing", says: "no theme is called ‘Nothing’"),
    Case(66, "compare", review, "third", says: "no round or draft is called ‘third’"),
    Case(66, "compare", review, "first", "third", says: "no round or draft is called ‘third’"),
    Case(66, "arrangement", review, "reveal", "mine", says: "no draft is called ‘mine’"),
    Case(66, "matrix", review, "--without", "zed", says: "no study is called ‘zed’"),
    Case(66, "matrix", review, "--drop", "size=9", says: "there are quality"),
    Case(66, "comment", review, "reply", "x", "y", says: "‘x’ is not the id of a comment"),
    Case(66, "memo", review, "--theme", "Nothing", "words", says: "no theme is called ‘Nothing’"),
  ]

  static let existing = [
    Case(73, "theme", review, "new", "Time", "--level", "descriptive", says: "already a theme"),
    Case(73, "theme", review, "set", "Days", "--name", "Time", says: "already a theme"),
    Case(73, "round", review, "first", says: "already a round called ‘first’"),
    Case(73, "round", review, "shared", says: "already a board called ‘shared’"),
    Case(73, "arrangement", review, "new", "first", says: "already a round called ‘first’"),
  ]

  private static let made = Result {
    let program = try Program.withStudy()
    let acts = [
      ["code", "--study", "alder", "--line", "3", "slow"],
      ["study", "set", "alder", "quality=4"],
      ["theme", "new", "Trust", "--level", "analytical"],
      ["theme", "new", "Time", "--level", "descriptive"],
      ["theme", "new", "Days", "--level", "descriptive", "--under", "Time"],
      ["round", "first"],
    ]
    for act in acts {
      let outcome = try program.run([act[0], review] + act.dropFirst())
      #expect(outcome.status == 0, "\(outcome.complaint)")
    }
    return try program.contents(review)
  }

  @Test(arguments: usage + data + missing + existing)
  func isRefusedInOneSentence(_ wanted: Case) throws {
    let program = try Program()
    try program.write(Self.made.get(), to: Self.review)
    let outcome = try program.run(wanted.arguments)
    #expect(outcome.status == wanted.status)
    #expect(outcome.complaint.contains(wanted.sentence), "\(outcome.complaint)")
    #expect(outcome.output.isEmpty)
    #expect(try program.contents(Self.review) == Self.made.get())
    if wanted.status != 64 {
      #expect(outcome.complaint.hasPrefix("linewise: "))
      #expect(outcome.complaint.split(separator: "\n").count == 1)
    }
  }

  @Test func twoThemesOfOneNameAreRefusedWithBothIdentities() throws {
    let program = try Program()
    try program.write(Self.made.get(), to: Self.review)
    try program.says("theme", Self.review, "set", "Time", "--name", "Patience")
    try program.says("theme", Self.review, "new", "Time", "--level", "descriptive")
    let rename = try #require(
      try program.rows("history", Self.review).first { $0["verb"] as? String == "rename-theme" })
    try program.says("undo", Self.review, "--action", try #require(rename["action"] as? String))
    let ids = try program.rows("theme", Self.review, "list")
      .filter { $0["name"] as? String == "Time" }.compactMap { $0["id"] as? String }
    #expect(ids.count == 2)
    let refused = try program.run("agree", Self.review, "Time")
    #expect(refused.status == 65)
    #expect(ids.allSatisfy(refused.complaint.contains))
    try program.says("agree", Self.review, ids[0])
  }
}
