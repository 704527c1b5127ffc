import Foundation
import Testing

/// How things are named: in whole, by a beginning, by identity, and never by chance.
@Suite struct NameTests {
  private let review = "review.linewise"

  @Test func aStudyIsFoundByAnyBeginningThatFitsNoOther() throws {
    let program = try Program.withStudy()
    try program.says("import", review, "alder-2019.md", "--study", "Alder 2020")
    let both = try program.run("code", review, "--study", "alder", "--line", "2", "x")
    #expect(both.status == 66)
    #expect(
      both.complaint == "linewise: ‘alder’ fits several studies: Alder 2019, Alder 2020\n")
    try program.says("code", review, "--study", "ALDER 2020", "--line", "2", "x")
    #expect(try program.column("study", "codings", review) == ["Alder 2020"])
  }

  @Test func aStudyWhoseLabelBeginsAnotherIsFoundByItsOwn() throws {
    let program = try Program.withStudy()
    try program.says("import", review, "alder-2019.md", "--study", "Alder")
    try program.says("code", review, "--study", "Alder", "--line", "2", "x")
    #expect(try program.column("study", "codings", review) == ["Alder"])
  }

  @Test func aStudyAndACodeAreFoundByTheirIdentities() throws {
    let program = try Program.withStudy()
    let study = try #require(try program.column("id", "study", review, "list").first)
    try program.says("code", review, "--study", study, "--line", "2", "slow")
    let code = try #require(try program.column("id", "codes", review).first)
    try program.says("code", review, "--study", study, "--line", "3", code)
    #expect(try program.column("lines", "codes", review) == ["2"])
    try program.says("codes", review, "rename", code.uppercased(), "slowly")
    #expect(try program.column("name", "codes", review) == ["slowly"])
  }

  @Test func aCodeIsFoundWhateverItsCaseUnlessTwoFit() throws {
    let program = try Program.withStudy()
    try program.says("code", review, "--study", "alder", "--line", "2", "Trust")
    try program.says("codes", review, "define", "tRUST", "--definition", "d")
    // Another case is another code where a code is made: names are the coder's own.
    try program.says("code", review, "--study", "alder", "--line", "2", "trust")
    #expect(try program.column("name", "codes", review).count == 2)
    #expect(try program.run("codes", review, "define", "TRUST", "--definition", "d").status == 66)
    try program.says("codes", review, "define", "trust", "--definition", "d")
  }

  @Test func twoCodesOfOneNameAreRefusedWithBothIdentities() throws {
    // Two copies make the same name apart, or one renames to a name that another has undone.
    let program = try Program.withStudy()
    try program.says("code", review, "--study", "alder", "--line", "2", "trust")
    try program.says("codes", review, "rename", "trust", "faith")
    try program.says("code", review, "--study", "alder", "--line", "3", "trust")
    let rename = try #require(
      try program.rows("history", review).first { $0["verb"] as? String == "rename" })
    let undone = try program.run(
      "undo", review, "--action", try #require(rename["action"] as? String))
    #expect(undone.status == 0)
    let ids = try program.column("id", "codes", review)
    #expect(ids.count == 2)
    let outcome = try program.run("codes", review, "define", "trust", "--definition", "d")
    #expect(outcome.status == 65)
    for id in ids { #expect(outcome.complaint.contains(id)) }
    try program.says("codes", review, "define", ids[0], "--definition", "d")
  }

  @Test func whiteSpaceInANameIsOneSpace() throws {
    let program = try Program.withStudy()
    try program.says("code", review, "--study", "  alder ", "--line", "2", " slow \n but  sure ")
    #expect(try program.column("name", "codes", review) == ["slow but sure"])
    try program.says(
      "code", review, "--study", "alder", "--line", "3", "--no-new", "slow  but sure")
    try program.says("import", review, "alder-2019.md", "--study", " Alder   2019")
    #expect(try program.column("label", "study", review, "list") == ["Alder 2019"])
  }

  @Test func aCodersNameIsFoundByInitialsAndWhateverItsCase() throws {
    let program = try Program.withReview(coders: "Ada Alder", "Ben Birch")
    for name in ["Ben Birch", "ben birch", "bb", "BB"] {
      #expect(try program.run("reasons", review, "--as", name, "set", name).status == 0)
    }
    #expect(
      try program.column("coder", "history", review, "--limit", "4")
        == Array(repeating: "Ben Birch", count: 4))
  }

  @Test func twoCodersOfTheSameInitialsAreTold() throws {
    let program = try Program.withReview(coders: "Ada Alder", "Abe Ash")
    #expect(Set(try program.column("initials", "coder", review, "list")).count == 2)
  }

  @Test func aSectionIsNamedByTitleBeginningOrNumber() throws {
    let program = try Program.withStudy()
    for name in ["References", "refer", "2"] {
      #expect(
        try program.run("section", review, "set", name, "--eligible", "yes", "--why", name).status
          == 0)
    }
    #expect(try program.column("why", "section", review, "list").last == "2")
  }
}
