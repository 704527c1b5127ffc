import Foundation
import Testing

/// The sample review as its script makes it: every figure here was counted in the script by hand.
@Suite(.serialized) struct WorkedReviewTests {
  @Test func itsFiguresAreThoseOfTheScript() throws {
    let program = try Worked.copy()
    let review = "review.linewise"
    #expect(try program.rows("codes", review).count == 69)
    #expect(try program.rows("codings", review).count == 601)
    #expect(try program.rows("evidence", review, "list").count == 54)
    #expect(try program.rows("lines", review).count == 691)
    #expect(try program.rows("history", review, "--limit", "9999").count == 588)
    let levels = try program.column("level", "theme", review, "list")
    #expect(levels.count { $0 == "analytical" } == 2)
    #expect(levels.count { $0 == "descriptive" } == 7)
    #expect(try program.rows("round", review, "list").count == 2)
    #expect(
      try program.column("name", "coder", review, "list") == ["Mara Calloway", "Jonas Strand"])
    #expect(
      try program.says("check", review) == "review.linewise is whole: log, texts and counts agree\n"
    )
  }

  @Test func eachCoderIsAsFarAsTheScriptGoes() throws {
    let program = try Worked.copy()
    let rows = try program.rows("coverage", "review.linewise").map { row in
      ["study", "coder", "eligible", "coded", "setAside", "open", "quotations"]
        .map { "\(row[$0] ?? "")" }.joined(separator: " ")
    }
    #expect(
      rows == [
        "Adeyemi 2021 Mara Calloway 62 31 1 30 21",
        "Adeyemi 2021 Jonas Strand 62 0 0 62 21",
        "Hollis 2019 Mara Calloway 61 56 3 2 22",
        "Hollis 2019 Jonas Strand 61 58 2 1 22",
        "Marrow 2016 Mara Calloway 57 52 4 1 15",
        "Marrow 2016 Jonas Strand 57 54 2 1 15",
        "Petrie 2020 Mara Calloway 58 53 4 1 17",
        "Petrie 2020 Jonas Strand 58 0 0 58 17",
        "Quillan 2017 Mara Calloway 60 5 0 55 13",
        "Quillan 2017 Jonas Strand 60 0 0 60 13",
        "Sand 2018 Mara Calloway 65 60 3 2 23",
        "Sand 2018 Jonas Strand 65 0 0 65 23",
      ])
  }

  @Test func theLargestCodesHoldWhatTheyHold() throws {
    let program = try Worked.copy()
    let rows = try program.rows("codes", "review.linewise").reduce(into: [:]) { found, row in
      found["\(row["name"] ?? "")"] =
        "\(row["lines"] ?? "") \(row["studies"] ?? "") \(row["coders"] ?? "")"
    }
    #expect(rows["owning the plan"] == "20 5 2")
    #expect(rows["the group was for other people"] == "20 4 2")
    #expect(rows["someone who rings back"] == "16 3 2")
    #expect(rows["being heard"] == "15 4 2")
    #expect(rows["leaving made easy"] == "3 1 1")
    #expect(rows["their own words for it"] == "1 1 1")
  }

  @Test func itsThemesHoldTheCodesThatTheScriptPutsThere() throws {
    let program = try Worked.copy()
    let rows = try program.rows("theme", "review.linewise", "list").map { row in
      let codes = (row["codes"] as? [String])?.count ?? 0
      return "\(row["number"] ?? "") \(row["name"] ?? ""): \(codes) \(row["status"] ?? "")"
    }
    #expect(
      rows == [
        "1 Care fitted to the person is the treatment: 37 agreed",
        "1.1 A relationship that carries the work: 13 draft", "1.2 Referrals that fit: 9 agreed",
        "1.3 Goals small enough to reach: 8 agreed", "1.4 Room for bad weeks: 7 draft",
        "2 A place to become someone again: 28 draft", "2.1 The first door: 10 agreed",
        "2.2 People in the same boat: 9 draft", "2.3 Somebody whom others need: 9 agreed",
      ])
    let loose = try program.rows("codes", "review.linewise").filter { row in
      (row["themes"] as? [String])?.isEmpty == true
    }.compactMap { $0["name"] as? String }
    #expect(
      loose == [
        "family pulls the other way", "leaving made easy", "outdoors makes it bearable",
        "practical help first", "weather decides",
      ])
  }

  @Test func itsRoundsTellWhatMovedAndWhy() throws {
    let program = try Worked.copy()
    let rows = try program.rows("compare", "review.linewise", "first grouping", "submitted")
    let moved = rows.filter { "\($0["kind"] ?? "")" == "code" }.map { "\($0["name"] ?? "")" }
    #expect(moved == ["being expected by name", "ending too soon", "right activity, wrong week"])
    #expect(rows.allSatisfy { "\($0["kind"] ?? "")" == "theme" || $0["why"] as? String != "" })
  }

  @Test func aSecondRunWritesTheSameBytes() throws {
    let program = try Worked.copy()
    for format in ["csv", "markdown", "html", "json"] {
      let once = try program.run("export", "review.linewise", "codebook", "--format", format)
      let again = try program.run("export", "review.linewise", "codebook", "--format", format)
      #expect(once.bytes == again.bytes)
      #expect(once.bytes.count > 10_000)
    }
  }

  @Test func aRebuildWritesTheSameBytes() throws {
    let program = try Worked.copy()
    let before = try program.run("export", "review.linewise", "lines", "--format", "csv")
    try program.says("check", "review.linewise", "--rebuild")
    let after = try program.run("export", "review.linewise", "lines", "--format", "csv")
    #expect(before.bytes == after.bytes)
  }

  @Test func whatIsListedAgreesWithWhatIsCounted() throws {
    let program = try Worked.copy()
    var lines: [String: Set<String>] = [:]
    for row in try program.rows("lines", "review.linewise") {
      for code in row["codes"] as? [String] ?? [] {
        lines[code, default: []].insert("\(row["study"] ?? "") \(row["line"] ?? "")")
      }
    }
    for row in try program.rows("codes", "review.linewise") {
      let name = try #require(row["name"] as? String)
      #expect(lines[name]?.count == row["lines"] as? Int, "\(name)")
    }
  }
}
