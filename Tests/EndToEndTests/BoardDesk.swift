import Foundation
import Testing

/// A desk whose screen can be looked at, in tmux or at a pseudoterminal.
protocol LookedAtDesk: AnyObject {
  /// What stands on the screen.
  var screen: DeskScreen { get }
  /// Types text as it stands, escape sequences too.
  func type(_ text: String)
  /// Gives the terminal another size.
  func resize(columns: Int, rows: Int)
  /// Ends the desk, however it stands.
  func end()
}

extension PtyDesk: LookedAtDesk {}
extension TmuxDesk: LookedAtDesk {
  func resize(columns: Int, rows: Int) {
    _ = try? tmux("resize-window", "-x", "\(columns)", "-y", "\(rows)")
  }

  func end() { _ = try? tmux("kill-server") }
}

/// The terminals in which a board is tried: what it is, and how large.
enum BoardTerminal: String, CaseIterable, Sendable {
  case narrowXterm, wideXterm, narrowTmux, wideTmux

  /// Columns and rows.
  var size: (columns: Int, rows: Int) {
    switch self {
    case .narrowXterm, .narrowTmux: (80, 24)
    case .wideXterm, .wideTmux: (120, 40)
    }
  }

  /// Sits somebody down at the board.
  func open(_ program: Program, as coder: String = "Mara Calloway") throws -> any LookedAtDesk {
    let (columns, rows) = size
    let desk: any LookedAtDesk =
      switch self {
      case .narrowXterm, .wideXterm:
        try PtyDesk(program, as: coder, columns: columns, rows: rows)
      case .narrowTmux, .wideTmux:
        try TmuxDesk(program, as: coder, columns: columns, rows: rows)
      }
    try desk.sees("a desk") { $0.text.contains("number 2 ") || $0.text.contains("codes · ") }
    desk.type("gt")
    try desk.sees("codes · ")
    return desk
  }
}

extension LookedAtDesk {
  /// Waits until the screen is as wanted.
  func sees(
    _ what: String, within seconds: Double = 20, where condition: (DeskScreen) -> Bool
  ) throws {
    var last = DeskScreen(rows: [])
    let holds = eventually(within: seconds) {
      last = screen
      return condition(last)
    }
    guard holds else { throw TmuxDesk.Trouble(sentence: "no \(what) in:\n\(last.text)") }
  }

  /// Waits until the screen shows words.
  func sees(_ words: String, within seconds: Double = 20) throws {
    try sees("“\(words)”", within: seconds) { $0.text.contains(words) }
  }

  /// Waits until the screen shows words no longer.
  func seesNo(_ words: String) throws {
    try sees("screen without “\(words)”") { !$0.text.contains(words) }
  }

  /// The place of words on the screen, one cell into them, once they are there.
  func place(of words: String) throws -> (column: Int, row: Int) {
    var found: (column: Int, row: Int)?
    try sees("“\(words)”") {
      found = $0.place(of: words)
      return found != nil
    }
    let place = try #require(found)
    return (place.column + 1, place.row)
  }

  /// Opens or closes a theme by its triangle.
  func turn(_ theme: String) throws {
    let row = try place(of: theme).row
    let text = screen.rows[row]
    let triangle = try #require(text.firstIndex { $0 == "▸" || $0 == "▾" })
    let column = text.distance(from: text.startIndex, to: triangle)
    type(Sent.click((column, row)))
    try sees("\(theme) turned") { $0.rows[row] != text }
  }

  /// Presses on something and moves until it is carried.
  func takes(_ thing: String, button: Int = 0) throws {
    let start = try place(of: thing)
    type(Sent.press(start, button) + Sent.move((start.column + 2, start.row), button))
    try sees("carrying")
  }

  /// Moves what is carried over something, and waits for what is said of where it would land.
  @discardableResult
  func carries(onto thing: String, said words: String, button: Int = 0) throws
    -> (column: Int, row: Int)
  {
    let end = try place(of: thing)
    type(Sent.move(end, button))
    try sees(words)
    return end
  }

  /// The row that the cursor is on.
  var row: String { screen.rows.first { $0.contains("▌") } ?? "" }

  /// Waits until the bottom line says what was done, by as much of it as a narrow line has.
  func says(_ sentence: String) throws {
    let beginning = String(sentence.prefix(20))
    try sees("“\(beginning)” at the bottom") {
      $0.bottom.contains(beginning) && !$0.bottom.contains("undid")
    }
  }

  /// Takes back the last act, and waits for what is said of it.
  func undoes() throws {
    type("u")
    try sees("undid")
  }
}

extension Program {
  /// A board of eleven codes, of which five are placed, in a review of two coders.
  static func withBoard() throws -> Program { try copied(from: board) }

  /// What `withBoard` has for its outline.
  static let outline = [
    "1 Care fitted to the person", "1.1 A relationship: being heard, someone rings back",
    "1.2 Referrals that fit: asked before, right activity", "2 A place to become someone",
    "2.1 The whole of a life: good days and bad",
  ]

  private static let board = Result {
    let program = try withLongStudy(lines: 12, coders: "Mara Calloway", "Jonas Strand")
    let codes = [
      ["being heard", "someone rings back", "asked before", "right activity"],
      ["good days and bad", "cost of getting there", "being heard"],
      ["fear of the group", "letters nobody read", "talking about money"],
      ["wanting an end date", "the wrong bus"],
    ]
    for (line, names) in codes.enumerated() {
      try program.does(["code", review, "--study", "Long", "--line", "\(line + 2)"] + names)
    }
    for (name, parts) in [
      ("Care fitted to the person", ["A relationship", "Referrals that fit"]),
      ("A place to become someone", ["The whole of a life"]),
    ] {
      try program.does(["theme", review, "new", name, "--level", "analytical"])
      for part in parts {
        try program.does(["theme", review, "new", part, "--level", "descriptive", "--under", name])
      }
    }
    for (name, members) in [
      ("A relationship", ["being heard", "someone rings back"]),
      ("Referrals that fit", ["asked before", "right activity"]),
      ("The whole of a life", ["good days and bad"]),
    ] {
      try program.does(["theme", review, "place"] + members + ["--under", name])
    }
    return try program.contents(review)
  }

  /// A program with a copy of a review that was made once.
  static func copied(from made: Result<Data, any Error>) throws -> Program {
    let program = try Program()
    try program.write(try made.get(), to: review)
    return program
  }

  /// Runs `linewise` as a coder, and expects that it does what was asked.
  func does(
    _ arguments: [String], as coder: String = "Mara Calloway",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let outcome = try run(arguments + ["--as", coder])
    #expect(
      outcome.status == 0, "\(arguments.joined(separator: " ")): \(outcome.complaint)",
      sourceLocation: sourceLocation)
  }

  /// “1.1 A relationship: being heard, …”: a row a theme, with the codes of descriptive ones.
  func outline(in draft: String? = nil) throws -> [String] {
    let other = draft.map { ["--in", $0] } ?? []
    let listed = try run(
      ["theme", Self.review, "list", "--as", "Mara Calloway", "--format", "json"] + other)
    return try JSON.rows(listed.output).map { row in
      let codes = row["codes"] as? [String] ?? []
      let hasCodes = row["level"] as? String == "descriptive" && !codes.isEmpty
      return "\(row["number"] ?? "") \(row["name"] ?? "")"
        + (hasCodes ? ": \(codes.joined(separator: ", "))" : "")
    }
  }

  /// What was done, the first first.
  func acts(as coder: String = "Mara Calloway") throws -> [String] {
    let outcome = try run([
      "history", Self.review, "--as", coder, "--limit", "1000", "--format", "json",
    ])
    return try JSON.rows(outcome.output).reversed().map { "\($0["sentence"] ?? "")" }
  }

  /// Expects that the codes say of their themes what the themes say of their codes.
  func expectNothingHalfPlaced(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let themes = try rows("theme", Self.review, "list", sourceLocation: sourceLocation)
    let below = themes.filter { $0["level"] as? String == "descriptive" }
    for code in try rows("codes", Self.review, sourceLocation: sourceLocation) {
      let name = "\(code["name"] ?? "")"
      let listing = below.filter { ($0["codes"] as? [String] ?? []).contains(name) }
      #expect(
        Set(listing.map { "\($0["name"] ?? "")" }) == Set(code["themes"] as? [String] ?? []),
        "\(name)", sourceLocation: sourceLocation)
    }
    #expect(try isSound(), sourceLocation: sourceLocation)
  }
}
