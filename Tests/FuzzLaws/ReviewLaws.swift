import Foundation
import GRDB
import ReviewFile
import Synthesis

/// Laws of the reader of a review's file.
///
/// The first byte of an input says what was done to a small review. By its remainder of 3:
///
/// - 0: bytes of the file were changed, four bytes of input each: an offset, and what is flipped
///   there; where that is 0 the file ends there.
/// - 1: rows of the log were changed behind the program's back, a line each: the column, the row,
///   how, and the new value.
/// - 2: a program that writes anything, chained as it should be, added actions, a line each: the verb,
///   the coder, the kind, the entity, then fields and, after a tab, what they replace; `@5` stands
///   for an identity. A line that begins with `+` is a further change of the action before.
package enum ReviewLaws {
  static func flaws(_ input: [UInt8]) throws -> [String] {
    guard let first = input.first else { return [] }
    let base = try SmallReview.made.get()
    let path = try base.copy()
    defer { base.remove() }
    let rest = input.dropFirst()
    var isChained = false
    switch first % 3 {
    case 0: try Damage.flip(rest, in: base.image, at: path)
    case 1: try Damage.change(rest, at: path)
    default:
      isChained = true
      try ForeignLog.append(rest, to: path, knowing: base.ids)
    }
    var flaws: [String] = []
    let slowness = try FuzzedReader.slowness("a review") {
      flaws = try isChained ? useFlaws(path, base) : damageFlaws(path, base)
    }
    return flaws + slowness
  }

  /// What was changed in the log is refused or reported.
  private static func damageFlaws(_ path: String, _ base: SmallReview) throws -> [String] {
    var problems: [String] = []
    var flaws = Self.flaws("opening or checking") {
      let file = try ReviewFile.open(path, for: .reading)
      problems = try file.check()
      try file.close()
    } refused: {
      problems.append("\($0)")
    }
    if problems.isEmpty, try base.rows != SmallReview.rows(of: path) {
      flaws.append("the log was changed, and nobody says so")
    }
    return flaws + useFlaws(path, base, isDamaged: true)
  }

  /// Whatever a log says, the file opens and can be read and worked in, or is refused in words.
  private static func useFlaws(
    _ path: String, _ base: SmallReview, isDamaged: Bool = false
  ) -> [String] {
    var found: [String] = []
    let flaws = Self.flaws("using") {
      let file = try ReviewFile.open(path, origin: SmallReview.origin())
      found = Self.flaws("reading") { try read(file) }
      guard let coder = try file.coders().first?.id else { return }
      for intent in base.intents {
        found += Self.flaws("doing \(intent)") { _ = try file.perform(intent, as: coder) }
      }
      found += Self.flaws("reading after acts") { try read(file) }
      let problems = isDamaged ? [] : try file.check()
      if !problems.isEmpty { found.append("a chained log is wrong: \(problems)") }
      try file.close()
    }
    return found + flaws
  }

  /// Everything that a screen or an export asks.
  private static func read(_ file: ReviewFile) throws {
    let review = try file.review()
    let coders = try file.coders()
    for viewer in [coders.first?.id, nil] {
      for study in try file.studies() { _ = try file.page(of: study.study.id, for: viewer) }
      _ = ThemeBoard(try file.boardFacts(for: viewer), codes: try file.unmergedCodes().map(\.id))
      _ = try file.history(for: viewer)
      _ = try file.news(since: 1, interest: [], for: viewer)
    }
    for code in try file.bank() { _ = try file.lines(of: code.code.id) }
    _ = try file.wholeBank()
    _ = try file.codedLines()
    _ = try file.search("waited")
    for coder in coders { _ = try file.lastAct(of: coder.id) }
    _ = try file.memos(about: review.id)
  }

  /// An error that is not said in words is a flaw.
  private static func flaws(
    _ what: String, _ body: () throws -> Void, refused: (any Error) -> Void = { _ in }
  ) -> [String] {
    do {
      try body()
      return []
    } catch {
      refused(error)
      return error is ReviewFileError || error is Refusal ? [] : ["\(what) ends in \(error)"]
    }
  }
}

/// Changes behind the program's back.
private enum Damage {
  static func flip(_ input: ArraySlice<UInt8>, in image: [UInt8], at path: String) throws {
    var image = image
    var rest = input
    for _ in 0..<16 where rest.count >= 4 {
      let numbers = rest.prefix(4).map(Int.init)
      rest = rest.dropFirst(4)
      guard !image.isEmpty else { break }
      let offset = (numbers[0] << 16 | numbers[1] << 8 | numbers[2]) % image.count
      if numbers[3] == 0 {
        image.removeSubrange(offset...)
      } else {
        image[offset] ^= UInt8(numbers[3])
      }
    }
    try Data(image).write(to: URL(fileURLWithPath: path))
  }

  private static let columns = [
    ("action", "seq"), ("action", "id"), ("action", "stamp"), ("action", "at"), ("action", "coder"),
    ("action", "verb"), ("action", "note"), ("action", "hash"), ("change", "action"),
    ("change", "n"), ("change", "kind"), ("change", "entity"), ("change", "fields"),
    ("change", "over"), ("content", "sha256"), ("content", "bytes"), ("head", "review"),
    ("head", "stamp"), ("head", "projections"),
  ]

  static func change(_ input: ArraySlice<UInt8>, at path: String) throws {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    for line in input.split(separator: 0x0A).prefix(8) where line.count >= 3 {
      let marks = line.prefix(3).map(Int.init)
      let (table, column) = columns[marks[0] % columns.count]
      let key = table == "change" ? "(action, n)" : "rowid"
      let names = table == "change" ? "action, n" : "rowid"
      let place = "WHERE \(key) IN (SELECT \(names) FROM \(table) LIMIT 1 OFFSET \(marks[1] % 40))"
      let value = Data(line.dropFirst(3))
      let text = String(decoding: value, as: UTF8.self)
      // A value that the table does not take changes nothing.
      try? queue.writeWithoutTransaction { db in
        switch marks[2] % 4 {
        case 0:
          try db.execute(sql: "UPDATE \(table) SET \(column) = ? \(place)", arguments: [value])
        case 1:
          try db.execute(
            sql: "UPDATE \(table) SET \(column) = CAST(? AS TEXT) \(place)", arguments: [value])
        case 2:
          try db.execute(
            sql: "UPDATE \(table) SET \(column) = ? \(place)", arguments: [Int64(text) ?? -1])
        default: try db.execute(sql: "DELETE FROM \(table) \(place)")
        }
      }
    }
  }
}

/// Actions of a program that chains as it should and writes whatever it likes.
private enum ForeignLog {
  private static let verbs: [Verb] = [
    .code, .takeOff, .setAside, .role, .split, .join, .tie, .memo, .define, .rename, .merge,
    .splitCode, .recode, .bounds, .done, .look, .reasons, .theme, .place, .unplace, .setTheme,
    .renameTheme, .deleteTheme, .mergeThemes, .leaveOut, .takeIn, .agree, .round, .arrangement,
    .reveal, .comment, .resolve, .undo, .redo, .new, .addCoder, .importText, .study, .section,
    Verb(rawValue: "from tomorrow"),
  ]

  static func append(
    _ input: ArraySlice<UInt8>, to path: String, knowing ids: [EntityID]
  ) throws {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    try queue.write { db in
      var actions: [(marks: [Int], changes: [StoredChange])] = []
      for line in input.split(separator: 0x0A).prefix(12) where line.count >= 4 {
        let isFurther = line.first == UInt8(ascii: "+") && !actions.isEmpty
        let marks = line.prefix(4).map(Int.init)
        let change = stored(marks, line.dropFirst(4), ids)
        if isFurther {
          let known = actions[actions.count - 1].changes.map(\.entity)
          if !known.contains(change.entity) { actions[actions.count - 1].changes.append(change) }
        } else {
          actions.append((marks, [change]))
        }
      }
      for (marks, changes) in actions { try insert(marks, changes, ids, db) }
      try db.execute(sql: "UPDATE head SET projections = 0")
    }
  }

  private static func stored(
    _ marks: [Int], _ rest: ArraySlice<UInt8>, _ ids: [EntityID]
  ) -> StoredChange {
    let tab = rest.firstIndex(of: 0x09) ?? rest.endIndex
    let number = marks[2] % (Kinds.all.count + 1)
    let kind = number < Kinds.all.count ? Kinds.all[number].kind.name : "from tomorrow"
    return StoredChange(
      kind: kind, entity: ids[marks[3] % ids.count], fields: named(rest[..<tab], ids),
      over: named(rest[tab...].dropFirst(), ids))
  }

  /// The bytes with `@` and a character as an identity; as a text on disk, so UTF-8.
  private static func named(_ bytes: ArraySlice<UInt8>, _ ids: [EntityID]) -> [UInt8] {
    var result: [UInt8] = []
    var isMark = false
    for byte in bytes where byte != 0 {
      if isMark {
        result += Array(ids[Int(byte) % ids.count].short.utf8)
        isMark = false
      } else if byte == UInt8(ascii: "@") {
        isMark = true
      } else {
        result.append(byte)
      }
    }
    return Array(String(decoding: result, as: UTF8.self).utf8)
  }

  private static func insert(
    _ marks: [Int], _ changes: [StoredChange], _ ids: [EntityID], _ db: Database
  ) throws {
    guard
      let last = try Row.fetchOne(
        db, sql: "SELECT seq, hash FROM action ORDER BY seq DESC LIMIT 1"),
      let stamp = try Int64.fetchOne(db, sql: "SELECT stamp FROM head"),
      let hash = Digest(bytes: [UInt8](last["hash"] as Data))
    else { return }
    let seq = (last["seq"] as Int64) + 1
    let action = Action(
      id: EntityID(high: 7, low: UInt64(seq)).marked(version: 7), stamp: Stamp(stamp + 1), at: seq,
      coder: ids[marks[1] % ids.count], verb: verbs[marks[0] % verbs.count], changes: [])
    let digest = action.hash(after: hash, stored: changes)
    try db.execute(
      sql: "INSERT INTO action VALUES(?, ?, ?, ?, ?, ?, '', ?)",
      arguments: [
        seq, Data(action.id.bytes), action.stamp.value, action.at, Data(action.coder.bytes),
        action.verb.rawValue, Data(digest.bytes),
      ])
    for (number, change) in changes.enumerated() {
      try db.execute(
        sql: "INSERT INTO change VALUES(?, ?, ?, ?, CAST(? AS TEXT), CAST(? AS TEXT))",
        arguments: [
          seq, number, change.kind, Data(change.entity.bytes), Data(change.fields),
          Data(change.over),
        ])
    }
    try db.execute(sql: "UPDATE head SET stamp = ?", arguments: [action.stamp.value])
  }
}
