import Foundation
import GRDB
import ReviewFile
import Synthesis
import TestSupport

/// A small review with a little of everything, made once and copied for each input.
struct SmallReview {
  /// The bytes of its file.
  let image: [UInt8]
  /// What its log holds.
  let rows: [String]
  /// Its entities and actions: first those that most is about.
  let ids: [EntityID]
  /// What somebody does in it afterwards.
  let intents: [Intent]
  private let folder: String

  static let made = Result { try SmallReview() }

  /// The origin of what is done after it was made.
  static func origin() -> any Origin { FixedOrigin(name: 99, start: 1_800_000_000_000) }

  private init() throws {
    let shared = "/dev/shm"
    let parent =
      FileManager.default.isWritableFile(atPath: shared) ? shared : NSTemporaryDirectory()
    folder = "\(parent)/linewise-fuzz-\(getpid())"
    try? FileManager.default.removeItem(atPath: folder)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let path = folder + "/first.linewise"
    let file = try ReviewFile.create(
      at: path, title: "Waiting", coders: ["Ada Moss", "Ben Hale"], origin: FixedOrigin(name: 1))
    let coders = try file.coders().map(\.id)
    let text = """
      # Findings
      Mothers waited for days. | Nobody asked. | ⟦They never told me.⟧ | Staff said “⟦no⟧”.
      #! Method
      We asked forty people.
      """
    try file.perform(.importDocument(Texts.document(text)), as: coders[0])
    let documents = try file.studies().flatMap(\.documents)
    let place = Place(documents[0], Passage(start: 10, end: 34))
    let next = Place(documents[0], Passage(start: 35, end: 48))
    try file.perform(.apply([.named("waiting"), .named("fear")], at: place), as: coders[0])
    try file.perform(.apply([.named("trust")], at: next), as: coders[1])
    try file.perform(.setAside(at: next, reason: "setting"), as: coders[0])
    let codes = try file.bank().map(\.code.id)
    try file.perform(.writeMemo(.code(codes[0]), text: "A memo."), as: coders[0])
    try file.perform(.tie(codes[0], at: next, isAgainst: false), as: coders[0])
    try file.perform(
      .makeTheme(ThemeDraft(.descriptive, named: "Being told", over: [codes[0]])), as: coders[0])
    try file.perform(.mergeCodes([codes[1]], into: codes[2]), as: coders[1])
    try file.perform(.undo(nil, keepingUsed: true), as: coders[1])
    let themes = try file.boardFacts(for: nil).themes.keys.sorted()
    try file.perform(.comment(.thing(themes[0]), "Why?"), as: coders[1])
    intents = [
      .undo(nil, keepingUsed: true), .redo,
      .apply([.named("hope"), .existing(codes[0])], at: next),
      .takeOff(nil, at: place), .mergeCodes([codes[0]], into: codes[1]),
      .splitLine(document: documents[0], position: 18), .agree(themes[0], true),
      .deleteThemes([themes[0]]), .setVoice(.author, at: next), .nameRound("One", of: nil),
    ]
    try file.close()
    image = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    rows = try Self.rows(of: path)
    let known = coders + documents + codes + themes
    let all = try Self.ids(of: path)
    ids = known + all.filter { !known.contains($0) }
    try FileManager.default.removeItem(atPath: folder)
  }

  /// Writes a copy into a new folder and gives its path.
  func copy() throws -> String {
    remove()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let path = folder + "/review.linewise"
    try Data(image).write(to: URL(fileURLWithPath: path))
    return path
  }

  /// Takes the copy away with its folder.
  func remove() { try? FileManager.default.removeItem(atPath: folder) }

  /// Every row of the log, as SQLite writes values.
  static func rows(of path: String) throws -> [String] {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    return try queue.read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT seq||quote(id)||stamp||' '||at||quote(coder)||quote(verb)||quote(note)||quote(hash)
          FROM action UNION ALL
          SELECT action||' '||n||quote(kind)||quote(entity)||quote(fields)||quote(over) FROM change
          UNION ALL SELECT quote(sha256)||quote(bytes) FROM content
          UNION ALL SELECT quote(review)||stamp FROM head ORDER BY 1
          """)
    }
  }

  private static func ids(of path: String) throws -> [EntityID] {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    let found = try queue.read { db in
      try Data.fetchAll(db, sql: "SELECT entity FROM change UNION SELECT id FROM action ORDER BY 1")
    }
    return found.compactMap { EntityID(bytes: $0) }
  }
}
